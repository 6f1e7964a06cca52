/** A draft's live document, and the only way into it: through the gate, one update after another. */
import * as Y from 'yjs'
import { limits } from '#shared/sync/messages.ts'
import type { ClientBinding, DraftLog, LogEntry } from '../domain/draft-log.ts'
import { replay } from '../domain/replay.ts'
import { applyWithin } from './effort.ts'
import { inspect } from './gate.ts'
import { Tail } from './tail.ts'

/** What became of an update: what must be stored before anybody else may see it, or why not. */
export type Taken =
  | { kind: 'taken'; entries: LogEntry[]; bindings: ClientBinding[] }
  | { kind: 'gap' }
  /** It has edits of a client id that is not this person's. */
  | { kind: 'foreign' }
  | { kind: 'refused'; why: string }
  | { kind: 'too-long' }
  /** Yjs threw half way, or had too much to do: the document must be rebuilt before it is used again. */
  | { kind: 'poisoned' }

const nothing: Taken = { kind: 'taken', entries: [], bindings: [] }

export class DraftDocument {
  readonly statement: string
  readonly tail = new Tail()
  readonly #log: DraftLog
  #doc = new Y.Doc()
  #bindings = new Map<number, string | null>()
  #position = 0n
  /** The place up to which everything in the log was read, also what other processes have appended. */
  #followed = 0n
  #written: Uint8Array[] = []
  /** At least as much as the document would take when written as one update. */
  #bytes = 0

  private constructor(statement: string, log: DraftLog) {
    this.statement = statement
    this.#log = log
  }

  static async open(statement: string, log: DraftLog): Promise<DraftDocument> {
    const document = new DraftDocument(statement, log)
    await document.rebuild([])
    return document
  }

  get doc(): Y.Doc {
    return this.#doc
  }

  /** The place in the log that the document has reached. */
  get position(): bigint {
    return this.#position
  }

  reached(position: bigint): void {
    if (position > this.#position) this.#position = position
  }

  ownerOf(client: number): string | null | undefined {
    return this.#bindings.get(client)
  }

  /**
   * Makes a client id this person's before anything was written under it, so that nobody else can
   * write under it first; null when it is somebody's already.
   */
  claim(client: number, person: string): ClientBinding | null {
    if (this.#bindings.has(client)) return null
    this.#bindings.set(client, person)
    return { statement: this.statement, client, person }
  }

  /** Applies a client's update, if the gate lets it pass and every client id in it is this person's. */
  take(bytes: Uint8Array, person: string): Taken {
    const inspection = inspect(bytes, (client) => Y.getState(this.#doc.store, client))
    if (inspection.verdict === 'gap') return { kind: 'gap' }
    if (inspection.verdict === 'refuse') return { kind: 'refused', why: inspection.why }
    if (inspection.adds.size === 0 && !inspection.deletes) return nothing
    const bindings: ClientBinding[] = []
    for (const client of inspection.adds.keys()) {
      const owner = this.#bindings.get(client)
      if (owner === undefined) bindings.push({ statement: this.statement, client, person })
      else if (owner !== person) return { kind: 'foreign' }
    }
    if (this.#wouldBeTooLong(bytes.length)) return { kind: 'too-long' }
    try {
      applyWithin(this.#doc, bytes)
    } catch {
      return { kind: 'poisoned' }
    }
    const { pendingStructs, pendingDs } = this.#doc.store
    if (pendingStructs !== null || pendingDs !== null) return { kind: 'poisoned' }
    return this.#taken(person, bindings)
  }

  /**
   * Whether bytes bring more than deletions: Yjs deletes marks that have become idle in every copy
   * that others write into, a reader's too.
   */
  wouldAdd(bytes: Uint8Array): boolean {
    const inspection = inspect(bytes, (client) => Y.getState(this.#doc.store, client))
    return inspection.verdict !== 'pass' || inspection.adds.size > 0
  }

  /**
   * Changes the text as the server: an import, the first content. Throws what `change` throws; the
   * document must then be rebuilt.
   */
  edit(person: string | null, change: (doc: Y.Doc) => void): Extract<Taken, { kind: 'taken' }> {
    this.#doc.transact(() => change(this.#doc))
    const client = this.#doc.clientID
    const isNew = !this.#bindings.has(client) && Y.getState(this.#doc.store, client) > 0
    const bindings = isNew ? [{ statement: this.statement, client, person: null }] : []
    return this.#taken(person, bindings)
  }

  /** Whether the text has become longer than the server keeps; asked after an edit of its own. */
  isTooLong(): boolean {
    return this.#wouldBeTooLong(0)
  }

  /** Throws the document away and builds it anew from the log, and from what is on its way there. */
  async rebuild(underWay: readonly LogEntry[]): Promise<void> {
    const stored = await this.#log.load(this.statement)
    const bindings = new Map(stored.bindings)
    // Whoever was bound just now keeps the client id, though the log has not heard of it yet.
    for (const [client, person] of this.#bindings) bindings.set(client, person)
    this.#doc.destroy()
    this.#doc = new Y.Doc()
    const updates = [...stored.updates, ...underWay.map(({ bytes }) => bytes)]
    replay(this.#doc, updates)
    this.#bindings = bindings
    this.#position = stored.position
    this.#followed = stored.position
    this.#bytes = updates.reduce((sum, update) => sum + update.length, 0)
    this.tail.restart(stored.snapshot, this.#bytes - stored.snapshot)
    this.#written = []
    this.#doc.on('update', (update: Uint8Array) => this.#written.push(update))
  }

  /** Throws away also what the log has refused: client ids belong to those of whom it has heard. */
  async restart(): Promise<void> {
    this.#bindings = new Map()
    await this.rebuild([])
  }

  /** Takes in what other processes have appended to the log; returns what of it is new here. */
  async follow(): Promise<Uint8Array[]> {
    const { updates, position } = await this.#log.since(this.statement, this.#followed)
    replay(this.#doc, updates)
    this.#followed = position
    this.reached(position)
    const heard = this.#written
    this.#written = []
    for (const bytes of heard) this.tail.grow(bytes.length)
    if (heard.length > 0) await this.#learnOwners()
    return heard
  }

  async #learnOwners() {
    for (const client of this.#doc.store.clients.keys()) {
      if (this.#bindings.has(client)) continue
      const owners = await this.#log.owners(this.statement)
      for (const [one, person] of owners) this.#bindings.set(one, person)
      return
    }
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc)
  }

  /** What a client with this state vector lacks. Throws when that is not a state vector. */
  missing(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc, stateVector)
  }

  destroy(): void {
    this.#doc.destroy()
  }

  #taken(person: string | null, bindings: ClientBinding[]): Extract<Taken, { kind: 'taken' }> {
    for (const { client, person: owner } of bindings) this.#bindings.set(client, owner)
    const entries = this.#written.map((bytes) => ({ statement: this.statement, person, bytes }))
    this.#written = []
    for (const { bytes } of entries) {
      this.#bytes += bytes.length
      this.tail.grow(bytes.length)
    }
    return { kind: 'taken', entries, bindings }
  }

  #wouldBeTooLong(more: number): boolean {
    if (this.#bytes + more <= limits.draftBytes) return false
    this.#bytes = Y.encodeStateAsUpdate(this.#doc).length
    return this.#bytes + more > limits.draftBytes
  }
}
