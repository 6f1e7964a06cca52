/** A draft's live document, and the only way into it: through the gate, one update after another. */
import * as Y from 'yjs'
import { nameRoots } from '#shared/text/draft.ts'
import type { ClientBinding, DraftLog, LogEntry, StoredDraft } from '../domain/draft-log.ts'
import { replay } from '../domain/replay.ts'
import { DraftSize } from './draft-size.ts'
import { applyWithin } from './effort.ts'
import { inspect } from './gate.ts'
import { replayInSlices } from './replay-in-slices.ts'
import { Tail } from './tail.ts'
import type { Taken, Written } from './taken.ts'

/** How long it is kept what the log came to, in milliseconds; what is old may be gone from the log. */
const keepMs = 600_000
/** A person has one client id for each page that was opened and typed into. */
const mostClients = 5_000

const nothing: Taken = { kind: 'taken', entries: [], bindings: [], effort: 0 }

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
  readonly #size = new DraftSize()
  /** Set while the document is half changed, and must be built anew. */
  #spoilt = false
  /** What the log came to when the document was last built anew, good for a while. */
  #whole: { bytes: Uint8Array; position: bigint; until: number } | null = null

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
    if (this.#bindings.has(client) || this.#hasTooMany(person, 1)) return null
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
    if (bindings.length > 0 && this.#hasTooMany(person, bindings.length))
      return { kind: 'too-long' }
    if (this.#size.wouldBeTooLong(this.#doc, bytes.length, inspection.pieces)) {
      return { kind: 'too-long' }
    }
    const effort = this.#apply(bytes)
    if (effort === null) return { kind: 'poisoned' }
    return { ...this.#taken(person, bindings, inspection.pieces), effort }
  }

  /** How much work it was; null when the document is spoilt. */
  #apply(bytes: Uint8Array): number | null {
    this.#spoilt = true
    try {
      const effort = applyWithin(this.#doc, bytes)
      const { pendingStructs, pendingDs } = this.#doc.store
      this.#spoilt = pendingStructs !== null || pendingDs !== null
      return this.#spoilt ? null : effort
    } catch {
      return null
    }
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
  edit(person: string | null, change: (doc: Y.Doc) => void): Written {
    this.#spoilt = true
    this.#doc.transact(() => change(this.#doc))
    this.#spoilt = false
    const client = this.#doc.clientID
    const isNew = !this.#bindings.has(client) && Y.getState(this.#doc.store, client) > 0
    const bindings = isNew ? [{ statement: this.statement, client, person: null }] : []
    return this.#taken(person, bindings, Number.POSITIVE_INFINITY)
  }

  /** Whether the text has become longer than the server keeps; asked after an edit of its own. */
  isTooLong(): boolean {
    return this.#size.wouldBeTooLong(this.#doc, 0, 0)
  }

  /**
   * Throws the document away and builds it anew from the log, and from what is on its way there. The
   * first time from all of the log, then from what that came to: whoever spoils it again and again
   * costs others no more than the text is long.
   */
  async rebuild(underWay: readonly LogEntry[]): Promise<void> {
    const whole = this.#whole && this.#whole.until > performance.now() ? this.#whole : null
    const { position, ...stored } = whole
      ? await this.#log.since(this.statement, whole.position)
      : this.#learn(await this.#log.load(this.statement))
    const updates = whole ? [whole.bytes, ...stored.updates] : stored.updates
    const doc = new Y.Doc()
    nameRoots(doc)
    await replayInSlices(doc, updates)
    if (this.#spoilt) this.#keepWhole(doc, position)
    await replayInSlices(
      doc,
      underWay.map(({ bytes }) => bytes),
    )
    this.#doc.destroy()
    this.#doc = doc
    this.#spoilt = false
    this.#position = position
    this.#followed = position
    this.#written = []
    const bytes = [...updates, ...underWay.map((one) => one.bytes)]
    this.#size.restart(doc, lengthOf(bytes))
    doc.on('update', (update: Uint8Array) => this.#written.push(update))
  }

  /** What a log that was just read tells beside the text. */
  #learn(stored: StoredDraft): StoredDraft {
    // Whoever was bound just now keeps the client id, though the log has not heard of it yet.
    this.#bindings = new Map([...stored.bindings, ...this.#bindings])
    this.tail.restart(stored.snapshot, lengthOf(stored.updates) - stored.snapshot)
    return stored
  }

  #keepWhole(doc: Y.Doc, position: bigint) {
    const until = performance.now() + keepMs
    this.#whole = { bytes: Y.encodeStateAsUpdate(doc), position, until }
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

  /** Of nothing while the document is being built anew: then a client is asked for all it has. */
  stateVector(): Uint8Array {
    return this.#spoilt ? Uint8Array.of(0) : Y.encodeStateVector(this.#doc)
  }

  /** What a client with this state vector lacks. Throws when that is not a state vector. */
  missing(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc, stateVector)
  }

  destroy(): void {
    this.#doc.destroy()
  }

  #taken(person: string | null, bindings: ClientBinding[], pieces: number): Written {
    for (const { client, person: owner } of bindings) this.#bindings.set(client, owner)
    const entries = this.#written.map((bytes) => ({ statement: this.statement, person, bytes }))
    this.#written = []
    for (const { bytes } of entries) this.tail.grow(bytes.length)
    this.#size.grow(lengthOf(entries.map(({ bytes }) => bytes)), pieces)
    return { kind: 'taken', entries, bindings, effort: 0 }
  }

  /** Whether a person would have more client ids than the pages that one can have opened. */
  #hasTooMany(person: string, more: number): boolean {
    let count = more
    for (const owner of this.#bindings.values()) if (owner === person) count++
    return count > mostClients
  }
}

const lengthOf = (updates: readonly Uint8Array[]) =>
  updates.reduce((sum, update) => sum + update.length, 0)
