/** The states of a draft of which more is to be told than their name: what has happened, and what to do. */
import type { DraftState } from '#client/sync/draft-state.ts'

/** The state itself when it is one of them. */
export const worthTelling = (state: DraftState) => worth.find((one) => one === state)

const worth = [
  'device-full',
  'locked-unsaved',
  'paused',
  'signed-out',
  'not-allowed',
  'not-found',
  'outdated',
  'too-long',
  'rejected',
] as const satisfies readonly DraftState[]
