/** What the log alone makes of a draft: entry by entry from the first on, and from a snapshot taken on the way. */
import * as Y from 'yjs'
import type { MemoryLog } from '../support/memory-log.ts'
import { asIs } from './whole-state.ts'

export class LogMirror {
  readonly #log: MemoryLog
  readonly doc = new Y.Doc()
  /** As after a restart of the program that found a snapshot in the log. */
  restarted = new Y.Doc()
  #followed = 0

  constructor(log: MemoryLog) {
    this.#log = log
    asIs(this.doc)
    asIs(this.restarted)
  }

  /** Takes in what the log has got; returns how many entries that were. */
  follow(): number {
    const { entries } = this.#log
    const from = this.#followed
    for (; this.#followed < entries.length; this.#followed++) {
      const { bytes } = entries[this.#followed] ?? { bytes: Uint8Array.of(0, 0) }
      Y.applyUpdate(this.doc, bytes)
      Y.applyUpdate(this.restarted, bytes)
    }
    return this.#followed - from
  }

  /** From now on what comes is built on a snapshot of what there is. */
  restart(): void {
    this.restarted = new Y.Doc()
    asIs(this.restarted)
    Y.applyUpdate(this.restarted, Y.encodeStateAsUpdate(this.doc))
  }
}
