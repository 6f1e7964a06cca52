/** What the rooms ask of whoever keeps the drafts: a log of updates, durable before it answers. */

/** One update to one draft, as the document itself wrote it. */
export type LogEntry = {
  statement: string
  /** Who sent it; null for the server's own, such as the first content. */
  person: string | null
  bytes: Uint8Array
  /**
   * How often what that person may do had changed when the entry was let in. It is not appended once
   * that has changed again. Absent when nobody's right to write is asked any more.
   */
  accessChanges?: number
}

/** A client id that a person (or the server: null) was the first to use in a draft, and keeps. */
export type ClientBinding = {
  statement: string
  client: number
  person: string | null
}

/** The text as one update, and how far it holds what each client wrote, if that was noted. */
export type Snapshot = { bytes: Uint8Array; stateVector: Uint8Array | null }

export type StoredDraft = {
  /** What to apply first; null when there is none. */
  snapshot: Snapshot | null
  /** What to apply then, in order. */
  updates: Uint8Array[]
  /** The place in the log of the last of them; 0 when there is none. */
  position: bigint
  bindings: Map<number, string | null>
}

/** What somebody wrote, and when. */
export type HistoryEntry = {
  position: bigint
  person: string | null
  at: Date
  bytes: Uint8Array
}

/** Somebody else was the first to use a client id of these bindings: nothing was appended. */
export class ClientTaken extends Error {}

/** What the author of some of these entries may do has changed since they were let in: nothing was appended. */
export class AccessChanged extends Error {}

export type DraftLog = {
  /** Whether other processes append to it too. */
  readonly isShared: boolean
  /** The draft as it is, or as it was at a place in its log. */
  load(statement: string, upTo?: bigint): Promise<StoredDraft>
  /**
   * Appends entries and bindings, all or none; they are on the disk when this resolves, with the
   * place of each entry in the log. Throws `ClientTaken` and `AccessChanged`.
   */
  append(entries: readonly LogEntry[], bindings: readonly ClientBinding[]): Promise<bigint[]>
  /** What follows a place in the log of a draft, also what other processes have appended. */
  since(statement: string, position: bigint): Promise<Omit<StoredDraft, 'snapshot' | 'bindings'>>
  /** Who first used each client id of a draft. */
  owners(statement: string): Promise<Map<number, string | null>>
  /** What was written after a place in the log, in order, at most so many entries; as far back as history goes. [DRAFT8] */
  history(statement: string, after: bigint, most: number): Promise<HistoryEntry[]>
}
