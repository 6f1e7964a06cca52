/** Signatures: their states, who may see a name, and on what a mandate rests. */
import * as v from 'valibot'
import { fingerprintSchema, idSchema, languageSchema, line, momentSchema } from './forms.ts'
import { organisationSchema } from './organisations.ts'

/** What a step in a signature's history may be; each is an appended event with its time. [SIGN4] */
export const signatureSteps = [
  'invited',
  'opened',
  'signed',
  'admitted',
  'refused',
  'declined',
  'withdrawn',
  'visibility-changed',
] as const
export type SignatureStep = (typeof signatureSteps)[number]

/** Where an organisation stands with one release, told by its steps. [SIGN4] */
export const signatureStates = [
  'invited',
  'opened',
  'signed',
  'admitted',
  'refused',
  'declined',
  'withdrawn',
  'needs-re-confirmation',
] as const
export type SignatureState = (typeof signatureStates)[number]

/** Who sees the name, from most to least open. The default is `from-publication`. [SIGN7] */
export const visibilities = ['public', 'from-publication', 'withheld', 'confidential'] as const
export type Visibility = (typeof visibilities)[number]
export const defaultVisibility: Visibility = 'from-publication'

/** On what the mandate of a representative rests: a level, never evidence. [SIGN3] */
export const mandateBases = ['self-declared', 'vouched', 'document-seen'] as const
export type MandateBasis = (typeof mandateBases)[number]

export const visibilitySchema = v.picklist(visibilities, 'form.choice')
export const mandateBasisSchema = v.picklist(mandateBases, 'form.choice')

/** What a director sends: exactly which text was read, in which language, by whom, and who may see the name. [SIGN1] [SIGN2] */
export const signingFields = {
  release: idSchema,
  fingerprint: fingerprintSchema,
  language: languageSchema,
  representative: line(120),
  title: line(120),
  visibility: visibilitySchema,
}

/**
 * Below this many names withheld, not even their number is told: a small number could be guessed
 * from who else has signed. [SIGN8]
 */
export const withheldThreshold = 3

/** One step in the history of an organisation's answer; `by` is the co-ordinator who took it, null for the signer. */
const stepSchema = v.object({
  step: v.picklist(signatureSteps),
  at: momentSchema,
  by: v.nullable(v.string()),
})

/** What a representative signed with. */
export const signatureSchema = v.object({
  id: idSchema,
  representative: v.string(),
  title: v.string(),
  language: languageSchema,
  visibility: visibilitySchema,
  basis: mandateBasisSchema,
  signedAt: momentSchema,
})

/** One organisation's answer to a release, as co-ordinators see it. [SIGN11] */
export const answerSchema = v.object({
  organisation: organisationSchema,
  state: v.picklist(signatureStates),
  since: momentSchema,
  /** The link that this organisation holds; null when it was taken back or has run out. */
  invitation: v.nullable(v.object({ id: idSchema, expiresAt: momentSchema })),
  signature: v.nullable(signatureSchema),
  /** False for whoever made the link that this signature came through: a second person admits. [SIGN5] */
  mayCheck: v.boolean(),
  history: v.array(stepSchema),
})
export type Answer = v.InferOutput<typeof answerSchema>
