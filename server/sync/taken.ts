/** What became of an update that was shown to a draft's document. */
import type { ClientBinding, LogEntry } from '../domain/draft-log.ts'

/** What became of an update: what must be stored before anybody else may see it, or why not. */
export type Taken =
  | Written
  | { kind: 'gap' }
  /** It has edits of a client id that is not this person's. */
  | { kind: 'foreign' }
  | { kind: 'refused'; why: string }
  | { kind: 'too-long' }
  /** Yjs threw half way, or had too much to do: the document must be rebuilt before it is used again. */
  | { kind: 'poisoned' }

/** `effort` is how much of the most work that an update may be it was, from 0 to 1. */
export type Written = {
  kind: 'taken'
  entries: LogEntry[]
  bindings: ClientBinding[]
  effort: number
}
