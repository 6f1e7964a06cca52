/** Releases: what exactly is frozen, fingerprinted, signed and published. */
import * as v from 'valibot'
import {
  fingerprintSchema,
  idSchema,
  languageListSchema,
  languageSchema,
  momentSchema,
} from './forms.ts'
import { statementKinds } from './statements.ts'
import { canonicalTextSchema, problemSchema } from './text/canonical.ts'
import { canonicalJson, fingerprintOf } from './text/fingerprint.ts'

/** The name of the canonical form's layout; a release keeps the one that it was frozen with. */
export const releaseFormat = 'undersigned/release/1'

/**
 * A release in canonical form: every language of the text and what it is part of. Number and date
 * are not in it, so that the same text always has the same fingerprint; the signature file carries them.
 */
export const canonicalReleaseSchema = v.object({
  format: v.literal(releaseFormat),
  symbol: v.string(),
  kind: v.picklist(statementKinds),
  addressees: v.record(languageSchema, v.array(v.string())),
  /** Languages whose text is authentic, in alphabetical order; the others are translations. [REL4] */
  authentic: v.array(languageSchema),
  /** The authentic language that prevails where they differ; null when all weigh the same. [REL4] */
  prevailing: v.nullable(languageSchema),
  /** One text for each language, by language in alphabetical order. */
  texts: v.array(canonicalTextSchema),
})
export type CanonicalRelease = v.InferOutput<typeof canonicalReleaseSchema>

/** The bytes that are kept, signed and handed out, as a string, and their fingerprint. [REL2] */
export function sealRelease(release: CanonicalRelease): { json: string; fingerprint: string } {
  const json = canonicalJson(release)
  return { json, fingerprint: fingerprintOf(json) }
}

/** A release's life: a candidate is open for signature until it is published, or replaced by a newer freeze. */
export const releaseStates = ['candidate', 'replaced', 'published', 'superseded'] as const
export type ReleaseState = (typeof releaseStates)[number]

/** A release as lists show it. */
export const releaseSchema = v.object({
  id: idSchema,
  statement: idSchema,
  number: v.number(),
  state: v.picklist(releaseStates),
  fingerprint: fingerprintSchema,
  languages: languageListSchema,
  titles: v.record(languageSchema, v.string()),
  frozenAt: momentSchema,
  frozenBy: v.string(),
  publishedAt: v.nullable(momentSchema),
  publishedBy: v.nullable(v.string()),
})
export type Release = v.InferOutput<typeof releaseSchema>

/** How the co-ordinator wants the text frozen. */
export const freezeChoices = {
  /** Languages of the statement that this release leaves out. [REL1] */
  leftOut: v.array(languageSchema),
  authentic: languageListSchema,
  prevailing: v.nullable(languageSchema),
}

/** What the co-ordinator sees before freezing: the text as it would be frozen, and what keeps it from that. */
export const freezePreviewSchema = v.object({
  /** The number that the release would get. */
  number: v.number(),
  /** The place in the draft's log up to which this text reaches. */
  position: v.string(),
  fingerprint: fingerprintSchema,
  release: canonicalReleaseSchema,
  problems: v.array(problemSchema),
})
export type FreezePreview = v.InferOutput<typeof freezePreviewSchema>
