/** The groups that answers are counted and filtered by. */
import type { ChipKind } from '#client/ui/Chip.tsx'
import type { Answer, SignatureState } from '#shared/signatures.ts'

/** In the order in which they need somebody: what waits for a check comes first. */
export const answerGroups = [
  'waiting',
  'again',
  'silent',
  'admitted',
  'declined',
  'refused',
] as const
export type AnswerGroup = (typeof answerGroups)[number]

const groups: Record<SignatureState, AnswerGroup> = {
  invited: 'silent',
  opened: 'silent',
  signed: 'waiting',
  admitted: 'admitted',
  refused: 'refused',
  declined: 'declined',
  withdrawn: 'declined',
  'needs-re-confirmation': 'again',
}

export const groupOf = ({ state }: Pick<Answer, 'state'>): AnswerGroup => groups[state]

export const inGroup = (answers: readonly Answer[], group: AnswerGroup): Answer[] =>
  answers.filter((answer) => groupOf(answer) === group)

/** Signed, whether or not somebody has checked it. */
export const hasSigned = ({ state }: Answer): boolean => state === 'signed' || state === 'admitted'

export const chipKinds: Record<SignatureState, ChipKind> = {
  invited: 'plain',
  opened: 'plain',
  signed: 'wait',
  admitted: 'ok',
  refused: 'no',
  declined: 'no',
  withdrawn: 'plain',
  'needs-re-confirmation': 'wait',
}
