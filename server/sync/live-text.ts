/**
 * The text of a draft in memory. As long as nobody writes it stays as it lies in the log; once it is
 * read it is a document of Yjs, which a bad update may leave half changed: then it is built anew.
 */
import * as Y from 'yjs'
import { nameRoots } from '#shared/text/draft.ts'
import { replay } from '../domain/replay.ts'
import { DraftSize } from './draft-size.ts'
import { applyWithin } from './effort.ts'
import { type Inspection, inspect } from './gate.ts'
import { replayInSlices } from './replay-in-slices.ts'
import type { StoredText } from './stored-text.ts'

export class LiveText {
  /** Set as long as nobody had to read it: the document is empty until then. */
  #stored: StoredText | null = null
  #document = new Y.Doc()
  /** What the document has written and nobody has collected. */
  #fresh: Uint8Array[] = []
  #spoilt = false
  readonly #size = new DraftSize()

  /** Whether the document is half changed, and must be built anew. */
  get spoilt(): boolean {
    return this.#spoilt
  }

  get doc(): Y.Doc {
    const stored = this.#stored
    if (stored) {
      const doc = newDocument()
      replay(doc, stored.updates)
      this.#use(doc, lengthOf(stored.updates))
    }
    return this.#document
  }

  /** Keeps a text that need not be read yet. */
  store(stored: StoredText): void {
    this.#stored = stored
  }

  /** Builds the document from updates; `between` is told of it before those that come last are in. */
  async build(
    updates: readonly Uint8Array[],
    last: readonly Uint8Array[] = [],
    between: (doc: Y.Doc) => void = () => undefined,
  ): Promise<void> {
    const doc = newDocument()
    await replayInSlices(doc, updates)
    between(doc)
    await replayInSlices(doc, last)
    this.#use(doc, lengthOf(updates) + lengthOf(last))
  }

  /**
   * Changes the document by updates of so many bytes, in one transaction. Tells how much of the most
   * work that may be it was; null when the document is spoilt.
   */
  changeWithin(bytes: number, change: (doc: Y.Doc) => void): number | null {
    const { doc } = this
    this.#spoilt = true
    try {
      const effort = applyWithin(doc, bytes, () => change(doc))
      this.#spoilt = false
      return effort
    } catch {
      return null
    }
  }

  /** Changes the document as the server. Throws what `change` throws; then the document is spoilt. */
  change(change: (doc: Y.Doc) => void): void {
    const { doc } = this
    this.#spoilt = true
    doc.transact(() => change(doc))
    this.#spoilt = false
    this.#size.grow(lengthOf(this.#fresh), Number.POSITIVE_INFINITY)
  }

  /** Whether an update would make the text longer than the server keeps; if not, it counts as taken. */
  isTooMuch(bytes: number, pieces: number): boolean {
    if (this.#size.wouldBeTooLong(this.doc, bytes, pieces)) return true
    this.#size.grow(bytes, pieces)
    return false
  }

  /** What the document has written since this was asked last. */
  collect(): Uint8Array[] {
    const fresh = this.#fresh
    this.#fresh = []
    return fresh
  }

  inspect(bytes: Uint8Array): Inspection {
    const stored = this.#stored
    if (stored) return inspect(bytes, (client) => stored.reached.get(client) ?? 0)
    return inspect(bytes, (client) => Y.getState(this.#document.store, client))
  }

  /** Of nothing while the document is being built anew: then a client is asked for all it has. */
  stateVector(): Uint8Array {
    if (this.#spoilt) return Uint8Array.of(0)
    return this.#stored?.stateVector ?? Y.encodeStateVector(this.#document)
  }

  /** The whole text, as updates to be applied in order. */
  whole(): readonly Uint8Array[] {
    return this.#stored?.updates ?? [Y.encodeStateAsUpdate(this.#document)]
  }

  /** What a client with this state vector lacks. Throws when that is not a state vector. */
  missing(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc, stateVector)
  }

  destroy(): void {
    this.#document.destroy()
  }

  #use(doc: Y.Doc, bytes: number) {
    this.#document.destroy()
    this.#document = doc
    this.#stored = null
    this.#spoilt = false
    this.#fresh = []
    this.#size.restart(doc, bytes)
    doc.on('update', (update: Uint8Array) => this.#fresh.push(update))
  }
}

function newDocument(): Y.Doc {
  const doc = new Y.Doc()
  nameRoots(doc)
  return doc
}

export const lengthOf = (updates: readonly Uint8Array[]): number =>
  updates.reduce((sum, { length }) => sum + length, 0)
