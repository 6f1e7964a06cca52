/** A draft as the room sees it: its live text, whose it is, and its place in the log; changed only through the gate. */
import * as Y from 'yjs'
import type { ClientBinding, DraftLog, LogEntry, StoredDraft } from '../domain/draft-log.ts'
import { replay, updatesOf } from '../domain/replay.ts'
import { LiveText, lengthOf } from './live-text.ts'
import { Owners } from './owners.ts'
import { storedText } from './stored-text.ts'
import { Tail } from './tail.ts'
import type { Stop, Taken, Written } from './taken.ts'

/** How long it is kept what the log came to, in milliseconds; what is old may be gone from the log. */
const keepMs = 600_000

export class DraftDocument {
  readonly statement: string
  readonly tail = new Tail()
  readonly #log: DraftLog
  readonly #text = new LiveText()
  readonly #owners = new Owners()
  #position = 0n
  /** The place up to which everything in the log was read, also what other processes have appended. */
  #followed = 0n
  /** What the log came to when the document was last built anew, good for a while. */
  #whole: { bytes: Uint8Array; position: bigint; until: number } | null = null

  private constructor(statement: string, log: DraftLog) {
    this.statement = statement
    this.#log = log
  }

  static async open(statement: string, log: DraftLog): Promise<DraftDocument> {
    const document = new DraftDocument(statement, log)
    const draft = document.#learn(await log.load(statement))
    const stored = storedText(draft)
    if (stored) document.#text.store(stored)
    else await document.#text.build(updatesOf(draft))
    return document
  }

  get doc(): Y.Doc {
    return this.#text.doc
  }

  /** The place in the log that the document has reached. */
  get position(): bigint {
    return this.#position
  }

  reached(position: bigint): void {
    if (position > this.#position) this.#position = position
  }

  ownerOf(client: number): string | null | undefined {
    return this.#owners.of(client)
  }

  /**
   * Makes a client id this person's before anything was written under it, so that nobody else can
   * write under it first; null when it is somebody's already.
   */
  claim(client: number, person: string): ClientBinding | null {
    if (this.#owners.has(client) || this.#owners.wouldHaveTooMany(person, 1)) return null
    this.#owners.set(client, person)
    return { statement: this.statement, client, person }
  }

  /**
   * Applies what one person has sent, as one transaction: each update that the gate lets pass, if every
   * client id in it is this person's, up to the first that may not. When one is poisoned, none is taken.
   */
  take(updates: readonly Uint8Array[], person: string): Taken {
    if (updates.every((update) => this.#isNothing(update))) {
      return { entries: [], bindings: [], count: updates.length, stop: null, effort: 0 }
    }
    const bound = new Set<number>()
    let count = 0
    let stop: Stop | null = null
    const effort = this.#text.changeWithin(lengthOf(updates), (doc) => {
      for (const update of updates) {
        stop = this.#takeOne(update, doc, person, bound)
        if (stop) return
        count++
      }
    })
    if (effort === null) return { entries: [], bindings: [], count: 0, stop: 'poisoned', effort: 1 }
    const { statement } = this
    const bindings = Array.from(bound, (client) => ({ statement, client, person }))
    return { ...this.#written(person, bindings), count, stop, effort }
  }

  /** Throws what Yjs throws, and where it is left with something to wait for. */
  #takeOne(update: Uint8Array, doc: Y.Doc, person: string, bound: Set<number>): Stop | null {
    const inspection = this.#text.inspect(update)
    if (inspection.verdict !== 'pass') return inspection.verdict === 'gap' ? 'gap' : 'refused'
    if (inspection.adds.size === 0 && !inspection.deletes) return null
    const stop = this.#owners.bind(inspection.adds.keys(), person, bound)
    if (stop) return stop
    if (this.#text.isTooMuch(update.length, inspection.pieces)) return 'too-long'
    Y.applyUpdate(doc, update)
    const { pendingStructs, pendingDs } = doc.store
    if (pendingStructs !== null || pendingDs !== null) throw new Error('something is missing')
    return null
  }

  /**
   * Whether bytes bring more than deletions: Yjs deletes marks that have become idle in every copy
   * that others write into, a reader's too.
   */
  wouldAdd(bytes: Uint8Array): boolean {
    const inspection = this.#text.inspect(bytes)
    return inspection.verdict !== 'pass' || inspection.adds.size > 0
  }

  /** Whether it brings nothing: the answer of one who has come without any of the text. */
  #isNothing(bytes: Uint8Array): boolean {
    const inspection = this.#text.inspect(bytes)
    return inspection.verdict === 'pass' && inspection.adds.size === 0 && !inspection.deletes
  }

  /**
   * Changes the text as the server: an import, the first content. Throws what `change` throws; the
   * document must then be rebuilt.
   */
  edit(person: string | null, change: (doc: Y.Doc) => void): Written {
    this.#text.change(change)
    const { clientID: client, store } = this.doc
    const isNew = !this.#owners.has(client) && Y.getState(store, client) > 0
    const bindings = isNew ? [{ statement: this.statement, client, person: null }] : []
    return this.#written(person, bindings)
  }

  /** Whether the text has become longer than the server keeps; asked after an edit of its own. */
  isTooLong(): boolean {
    return this.#text.isTooMuch(0, 0)
  }

  /**
   * Throws the document away and builds it anew from the log, and from what is on its way there. The
   * first time from all of the log, then from what that came to: whoever spoils it again and again
   * costs others no more than the text is long.
   */
  async rebuild(underWay: readonly LogEntry[]): Promise<void> {
    const whole = this.#whole && this.#whole.until > performance.now() ? this.#whole : null
    const updates = whole ? await this.#since(whole) : await this.#reload()
    const last = underWay.map(({ bytes }) => bytes)
    await this.#text.build(updates, last, (doc) => {
      if (!this.#text.spoilt) return
      const until = performance.now() + keepMs
      this.#whole = { bytes: Y.encodeStateAsUpdate(doc), position: this.#position, until }
    })
  }

  async #since({ bytes, position }: { bytes: Uint8Array; position: bigint }) {
    const stored = await this.#log.since(this.statement, position)
    this.#position = stored.position
    this.#followed = stored.position
    return [bytes, ...stored.updates]
  }

  async #reload(): Promise<Uint8Array[]> {
    return updatesOf(this.#learn(await this.#log.load(this.statement)))
  }

  /** What a log that was just read tells beside the text. */
  #learn(stored: StoredDraft): StoredDraft {
    this.#owners.learn(stored.bindings)
    this.#position = stored.position
    this.#followed = stored.position
    this.tail.restart(stored.snapshot?.bytes.length ?? 0, lengthOf(stored.updates))
    return stored
  }

  /** Throws away also what the log has refused: client ids belong to those of whom it has heard. */
  async restart(): Promise<void> {
    this.#owners.forget()
    await this.#text.build(await this.#reload())
  }

  /** Takes in what other processes have appended to the log; returns what of it is new here. */
  async follow(): Promise<Uint8Array[]> {
    const { updates, position } = await this.#log.since(this.statement, this.#followed)
    if (updates.length > 0) replay(this.doc, updates)
    this.#followed = position
    this.reached(position)
    const heard = this.#text.collect()
    for (const bytes of heard) this.tail.grow(bytes.length)
    if (heard.length > 0) await this.#learnOwners()
    return heard
  }

  async #learnOwners() {
    for (const client of this.doc.store.clients.keys()) {
      if (this.#owners.has(client)) continue
      const owners = await this.#log.owners(this.statement)
      for (const [one, person] of owners) this.#owners.set(one, person)
      return
    }
  }

  stateVector(): Uint8Array {
    return this.#text.stateVector()
  }

  /** The whole text, as updates to be applied in order. */
  whole(): readonly Uint8Array[] {
    return this.#text.whole()
  }

  /** What a client with this state vector lacks. Throws when that is not a state vector. */
  missing(stateVector: Uint8Array): Uint8Array {
    return this.#text.missing(stateVector)
  }

  destroy(): void {
    this.#text.destroy()
  }

  #written(person: string | null, bindings: ClientBinding[]): Written {
    for (const { client, person: owner } of bindings) this.#owners.set(client, owner)
    const fresh = this.#text.collect()
    for (const { length } of fresh) this.tail.grow(length)
    const entries = fresh.map((bytes) => ({ statement: this.statement, person, bytes }))
    return { entries, bindings }
  }
}
