/**
 * Keeps a live document on this device as it changes, and knows exactly how much of it is really
 * there. One write is under way at a time; what comes meanwhile goes into the next. [DRAFT2] [DRAFT3]
 */
import * as Y from 'yjs'
import { onForgotten } from './device.ts'
import type { LocalDraft } from './local-draft.ts'

/**
 * Where the changes are that the server does not have: all on this device; on their way there; in
 * this window, since the device has no room; in this window, since the device keeps nothing.
 */
export type Kept = 'kept' | 'storing' | 'full' | 'nowhere'

/** How long changes are gathered: what was typed here is wanted soon, others' words the server has. */
const gatherMs = { own: 100, others: 2000 } as const
const mostRecords = 100
const mostBytes = 2 * 1024 * 1024

export class KeptDraft {
  readonly #doc: Y.Doc
  readonly #local: LocalDraft
  readonly #changed: () => void
  readonly #stopListening: () => void
  #queue: { update: Uint8Array; change: number | null }[] = []
  /** The records that this window knows, and which change the unsent ones reach up to. */
  #numbers = new Set<number>()
  readonly #unsent = new Map<number, number>()
  #bytes = 0
  /** Own changes: how many there were, are kept, are on the server's disk. */
  #changes = 0
  #stored = 0
  #acknowledged = 0
  /** Set when the whole document is to be written, in the place of all records. */
  #whole = false
  #begun = false
  #full = false
  #lost = false
  #timer: { at: number; id: ReturnType<typeof setTimeout> } | null = null
  #writing: Promise<void> = Promise.resolve()

  /** `changed` is called when `kept` may have changed by itself. */
  constructor(doc: Y.Doc, local: LocalDraft, changed: () => void) {
    this.#doc = doc
    this.#local = local
    this.#changed = changed
    this.#stopListening = onForgotten(local.statement, () => this.#lose())
  }

  get kept(): Kept {
    if (this.#lost) return 'nowhere'
    if (this.#full) return 'full'
    return this.#stored >= this.#changes || this.#acknowledged >= this.#changes ? 'kept' : 'storing'
  }

  /** What was restored is in the document; as far as the server may lack it, it is this change. */
  resume(numbers: readonly number[], unsent: readonly number[], change: number): void {
    this.#numbers = new Set(numbers)
    for (const number of unsent) this.#unsent.set(number, change)
    this.#changes = change
    this.#stored = change
    this.#begun = true
  }

  /** The text has arrived: from now on it is kept. */
  begin(mayEdit: boolean): void {
    if (this.#begun) return
    this.#begun = true
    this.#whole = true
    this.note(mayEdit)
    void this.flush()
  }

  /** Remembers what the server allows, for when it cannot be asked. */
  note(mayEdit: boolean): void {
    if (this.#begun && !this.#lost) void this.#local.note(mayEdit).catch(this.#failed)
  }

  /** The document has changed: by the `change`-th change made here, or (null) by others. */
  add(update: Uint8Array, change: number | null): void {
    if (change !== null) this.#changes = change
    if (!this.#begun || this.#lost) return
    this.#queue.push({ update, change })
    this.#schedule(change === null ? gatherMs.others : gatherMs.own)
  }

  /** Everything up to this change is on the server's disk. */
  acknowledge(change: number): void {
    this.#acknowledged = Math.max(this.#acknowledged, change)
    if (this.#unsent.size > 0) this.#schedule(gatherMs.own)
  }

  /** Writes what waits; resolves once nothing does. */
  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer.id)
    this.#timer = null
    this.#writing = this.#writing.then(() => this.#write()).catch(this.#failed)
    return this.#writing
  }

  /** Forgets this draft on this device. */
  async discard(): Promise<void> {
    this.#lose()
    await this.#writing
    await this.#local.discard().catch(() => undefined)
  }

  async close(): Promise<void> {
    this.#stopListening()
    await this.flush()
    this.#local.close()
  }

  #schedule(ms: number) {
    const at = Date.now() + ms
    if (this.#timer && this.#timer.at <= at) return
    if (this.#timer) clearTimeout(this.#timer.id)
    this.#timer = { at, id: setTimeout(() => void this.flush(), ms) }
  }

  async #write() {
    if (this.#lost) return
    if (this.#whole || this.#numbers.size > mostRecords || this.#bytes > mostBytes) {
      await this.#rewrite()
    } else if (this.#queue.length > 0) {
      await this.#append()
    }
    await this.#settle()
    this.#full = false
    this.#changed()
  }

  async #append() {
    const batch = this.#queue.splice(0)
    const change = this.#changes
    // Should it fail, the whole document is written next: a missing link would make the rest useless.
    this.#whole = true
    const updates = batch.map(({ update }) => update)
    const isUnsent = change > this.#acknowledged && batch.some((one) => one.change !== null)
    const number = await this.#local.add(updates, isUnsent)
    this.#whole = false
    this.#bytes += updates.reduce((sum, { length }) => sum + length, 0)
    this.#written(number, isUnsent, change)
  }

  async #rewrite() {
    this.#queue = []
    this.#whole = true
    const change = this.#changes
    const replaced = [...this.#numbers]
    const isUnsent = change > this.#acknowledged
    const number = await this.#local.add([Y.encodeStateAsUpdate(this.#doc)], isUnsent, replaced)
    this.#whole = false
    this.#numbers = new Set()
    this.#unsent.clear()
    this.#bytes = 0
    this.#written(number, isUnsent, change)
  }

  #written(number: number, isUnsent: boolean, change: number) {
    this.#numbers.add(number)
    if (isUnsent) this.#unsent.set(number, change)
    this.#stored = change
  }

  async #settle() {
    const sent = [...this.#unsent].filter(([, change]) => change <= this.#acknowledged)
    if (sent.length === 0) return
    const numbers = sent.map(([number]) => number)
    await this.#local.markSent(numbers)
    for (const number of numbers) this.#unsent.delete(number)
  }

  #failed = (fault: unknown) => {
    const name = fault instanceof Error || fault instanceof DOMException ? fault.name : ''
    if (name !== 'QuotaExceededError') return this.#lose()
    this.#full = true
    this.#changed()
  }

  /** Nothing more is kept, and nothing may be called kept. */
  #lose() {
    this.#lost = true
    this.#queue = []
    this.#changed()
  }
}
