/** What the rooms ask of whoever keeps the drafts: a log of updates, durable before it answers. */

/** One update to one draft, as the document itself wrote it. */
export type LogEntry = {
  statement: string
  /** Who sent it; null for the server's own, such as the first content. */
  person: string | null
  bytes: Uint8Array
}

/** A client id that a person (or the server: null) was the first to use in a draft, and keeps. */
export type ClientBinding = { statement: string; client: number; person: string | null }

export type StoredDraft = {
  /** What to apply, in order: a snapshot if there is one, then every update after it. */
  updates: Uint8Array[]
  /** The place in the log of the last of them; 0 when there is none. */
  position: bigint
  bindings: Map<number, string | null>
}

export type DraftLog = {
  /** The draft as it is, or as it was at a place in its log. */
  load(statement: string, upTo?: bigint): Promise<StoredDraft>
  /**
   * Appends entries and bindings, all or none; they are on the disk when this resolves, with the
   * place of each entry in the log.
   */
  append(entries: readonly LogEntry[], bindings: readonly ClientBinding[]): Promise<bigint[]>
  /** Keeps a shortcut for loading: the whole state up to a place in the log. */
  keepSnapshot(statement: string, position: bigint, state: Uint8Array): Promise<void>
}
