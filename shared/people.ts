/** People: how they are named, and what brings them in. */
import * as v from 'valibot'
import { idSchema, line, momentSchema } from './forms.ts'
import { roles } from './roles.ts'

export const personNameSchema = line(80)

export const roleSchema = v.picklist(roles, 'form.choice')

/** How long a link works before it is used. */
export const linkLife = {
  /** Brings a new person in. */
  invitation: { days: 14 },
  /** Brings a known person back in, on another device or after a lost one. */
  signIn: { hours: 24 },
  /** Makes the first co-ordinator of a coalition. */
  claim: { days: 7 },
  /** Asks an organisation to sign. */
  signing: { days: 60 },
  /** A session that nobody uses. */
  session: { days: 30 },
} as const

/** Colours of carets and faces, fit for white letters; a person's is told by the id, the same for everyone. */
export const personColours = [
  '#1f4b99',
  '#a3312a',
  '#2f6b3c',
  '#8a5a00',
  '#6a3d9a',
  '#0f6a73',
  '#9c2f6d',
  '#5b5f1a',
] as const

export function personColour(id: string): string {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 9973
  return personColours[sum % personColours.length] as string
}

/** Two letters for a face: the first of the first two words of the name. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()

export const personSchema = v.object({ id: idSchema, name: v.string() })

export const grantSchema = v.object({
  coalition: idSchema,
  statement: v.nullable(idSchema),
  role: roleSchema,
})

/** Somebody who takes part, with the role in the whole coalition (null for a guest) and on single statements. */
export const participantSchema = v.object({
  ...personSchema.entries,
  role: v.nullable(roleSchema),
  statements: v.array(v.object({ id: idSchema, symbol: v.string(), role: roleSchema })),
})
export type Participant = v.InferOutput<typeof participantSchema>

/** An invitation that nobody has used yet. */
export const invitationSchema = v.object({
  id: idSchema,
  role: roleSchema,
  statement: v.nullable(v.object({ id: idSchema, symbol: v.string() })),
  createdAt: momentSchema,
  expiresAt: momentSchema,
})
export type Invitation = v.InferOutput<typeof invitationSchema>

/** A link as it is shown, once, to whoever hands it over: only its hash is kept. */
export const linkSchema = v.object({ link: v.string(), expiresAt: momentSchema })
export type Link = v.InferOutput<typeof linkSchema>
