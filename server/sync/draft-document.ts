/** A draft's live document, and the only way into it: through the gate, one update after another. */
import * as Y from 'yjs'
import { limits } from '#shared/sync/messages.ts'
import type { ClientBinding, DraftLog, LogEntry } from '../domain/draft-log.ts'
import { replay, updatesOf } from '../domain/replay.ts'
import { applyWithin } from './effort.ts'
import { inspect } from './gate.ts'
import { type StoredText, storedText } from './stored-text.ts'
import { Tail } from './tail.ts'

/** What an edit wrote: to be stored before anybody else may see it. */
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

/** How many of the updates were taken, what they wrote, and why the next was not; null when there is none. */
export type Taken = Written & { count: number; stop: Stop | null }

export class DraftDocument {
  readonly statement: string
  readonly tail = new Tail()
  readonly #log: DraftLog
  /** Set as long as nobody had to read the text: the document is empty until then. */
  #stored: StoredText | null = null
  #document = new Y.Doc()
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
    await document.#load([], storedText)
    return document
  }

  get doc(): Y.Doc {
    return this.#doc
  }

  get #doc(): Y.Doc {
    const stored = this.#stored
    this.#stored = null
    if (stored) this.#read(stored.updates)
    return this.#document
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

  /**
   * Applies what one person has sent, as one transaction: each update that the gate lets pass, if every
   * client id in it is this person's, up to the first that may not. When one is poisoned, none is taken.
   */
  take(updates: readonly Uint8Array[], person: string): Taken {
    if (this.#stored && updates.every((update) => this.#isNothing(update))) {
      return { entries: [], bindings: [], count: updates.length, stop: null }
    }
    const bound = new Map<number, string>()
    const bytes = updates.reduce((sum, { length }) => sum + length, 0)
    let count = 0
    let stop: Stop | null = null
    try {
      applyWithin(this.#doc, bytes, () => {
        for (const update of updates) {
          stop = this.#takeOne(update, person, bound)
          if (stop) return
          count++
        }
      })
    } catch {
      return { entries: [], bindings: [], count: 0, stop: 'poisoned' }
    }
    const { statement } = this
    const bindings = Array.from(bound.keys(), (client) => ({ statement, client, person }))
    return { ...this.#taken(person, bindings), count, stop }
  }

  /** Throws what Yjs throws, and where it is left with something to wait for. */
  #takeOne(update: Uint8Array, person: string, bound: Map<number, string>): Stop | null {
    const inspection = this.#inspect(update)
    if (inspection.verdict !== 'pass') return inspection.verdict === 'gap' ? 'gap' : 'refused'
    if (inspection.adds.size === 0 && !inspection.deletes) return null
    const news: number[] = []
    for (const client of inspection.adds.keys()) {
      const owner = bound.get(client) ?? this.#bindings.get(client)
      if (owner === undefined) news.push(client)
      else if (owner !== person) return 'foreign'
    }
    if (this.#wouldBeTooLong(update.length)) return 'too-long'
    for (const client of news) bound.set(client, person)
    Y.applyUpdate(this.#doc, update)
    const { pendingStructs, pendingDs } = this.#doc.store
    if (pendingStructs !== null || pendingDs !== null) throw new Error('something is missing')
    return null
  }

  /**
   * Whether bytes bring more than deletions: Yjs deletes marks that have become idle in every copy
   * that others write into, a reader's too.
   */
  wouldAdd(bytes: Uint8Array): boolean {
    const inspection = this.#inspect(bytes)
    return inspection.verdict !== 'pass' || inspection.adds.size > 0
  }

  /** Whether it brings nothing: the answer of one who has come without any of the text. */
  #isNothing(bytes: Uint8Array): boolean {
    const inspection = this.#inspect(bytes)
    return inspection.verdict === 'pass' && inspection.adds.size === 0 && !inspection.deletes
  }

  #inspect(bytes: Uint8Array) {
    const stored = this.#stored
    if (stored) return inspect(bytes, (client) => stored.reached.get(client) ?? 0)
    return inspect(bytes, (client) => Y.getState(this.#doc.store, client))
  }

  /**
   * Changes the text as the server: an import, the first content. Throws what `change` throws; the
   * document must then be rebuilt.
   */
  edit(person: string | null, change: (doc: Y.Doc) => void): Written {
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
  rebuild(underWay: readonly LogEntry[]): Promise<void> {
    return this.#load(underWay, () => null)
  }

  /** `unread` says how the text can be sent as it is stored. */
  async #load(underWay: readonly LogEntry[], unread: typeof storedText) {
    const stored = await this.#log.load(this.statement)
    const bindings = new Map(stored.bindings)
    // Whoever was bound just now keeps the client id, though the log has not heard of it yet.
    for (const [client, person] of this.#bindings) bindings.set(client, person)
    this.#bindings = bindings
    this.#position = stored.position
    this.#followed = stored.position
    const updates = [...updatesOf(stored), ...underWay.map(({ bytes }) => bytes)]
    this.#bytes = updates.reduce((sum, update) => sum + update.length, 0)
    const snapshot = stored.snapshot?.bytes.length ?? 0
    this.tail.restart(snapshot, this.#bytes - snapshot)
    this.#stored = unread(stored)
    if (!this.#stored) this.#read(updates)
  }

  #read(updates: readonly Uint8Array[]) {
    this.#document.destroy()
    this.#document = new Y.Doc()
    replay(this.#document, updates)
    this.#written = []
    this.#document.on('update', (update: Uint8Array) => this.#written.push(update))
  }

  /** Takes in what other processes have appended to the log; returns what of it is new here. */
  async follow(): Promise<Uint8Array[]> {
    const { updates, position } = await this.#log.since(this.statement, this.#followed)
    if (updates.length > 0) replay(this.#doc, updates)
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
    return this.#stored?.stateVector ?? Y.encodeStateVector(this.#doc)
  }

  /** The whole text, as updates to be applied in order. */
  whole(): readonly Uint8Array[] {
    return this.#stored?.updates ?? [Y.encodeStateAsUpdate(this.#doc)]
  }

  /** What a client with this state vector lacks. Throws when that is not a state vector. */
  missing(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc, stateVector)
  }

  destroy(): void {
    this.#document.destroy()
  }

  #taken(person: string | null, bindings: ClientBinding[]): Written {
    for (const { client, person: owner } of bindings) this.#bindings.set(client, owner)
    const entries = this.#written.map((bytes) => ({ statement: this.statement, person, bytes }))
    this.#written = []
    for (const { bytes } of entries) {
      this.#bytes += bytes.length
      this.tail.grow(bytes.length)
    }
    return { entries, bindings }
  }

  #wouldBeTooLong(more: number): boolean {
    if (this.#bytes + more <= limits.draftBytes) return false
    this.#bytes = Y.encodeStateAsUpdate(this.#doc).length
    return this.#bytes + more > limits.draftBytes
  }
}
