/** What became of updates that were shown to a draft's document. */
import type { ClientBinding, LogEntry } from '../domain/draft-log.ts'

/** What was written: to be stored before anybody else may see it. */
export type Written = { entries: LogEntry[]; bindings: ClientBinding[] }

/** Why an update was not taken. */
export type Stop =
  /** It builds on something that is missing here. */
  | 'gap'
  /** It has edits of a client id that is not this person's. */
  | 'foreign'
  | 'refused'
  | 'too-long'
  /** Yjs threw half way, or had too much to do: the document must be rebuilt before it is used again. */
  | 'poisoned'

/**
 * How many of the updates were taken, what they wrote, and why the next was not; null when there is
 * none. `effort` is how much of the most work that an update may be they were, from 0 to 1.
 */
export type Taken = Written & { count: number; stop: Stop | null; effort: number }
