/**
 * Notices a document that has taken in something whose beginning it lacks. Normally that arrives in
 * the next moment; when it does not, the server is asked, and then the connection made anew.
 */
import type * as Y from 'yjs'

export type Remedies = {
  /** Asks the server for what this document lacks. */
  ask(): void
  /** Makes the connection anew. */
  renew(): void
  /** Whether the document is out of step has changed. */
  changed(): void
}

const momentMs = 1500
const longestMs = 60_000

export class OutOfStep {
  readonly #doc: Y.Doc
  readonly #remedies: Remedies
  #timer: ReturnType<typeof setTimeout> | null = null
  #tries = 0
  #noticed = false

  constructor(doc: Y.Doc, remedies: Remedies) {
    this.#doc = doc
    this.#remedies = remedies
    doc.on('afterTransaction', this.#look)
  }

  /** Whether something has been missing for longer than a moment. */
  get noticed(): boolean {
    return this.#noticed
  }

  destroy(): void {
    this.#doc.off('afterTransaction', this.#look)
    if (this.#timer) clearTimeout(this.#timer)
  }

  #look = () => {
    const { pendingStructs, pendingDs } = this.#doc.store
    if (pendingStructs !== null || pendingDs !== null) return this.#wait()
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#tries = 0
    this.#notice(false)
  }

  #wait() {
    const ms = Math.min(momentMs * 2 ** this.#tries, longestMs)
    this.#timer ??= setTimeout(this.#remedy, ms)
  }

  #remedy = () => {
    this.#timer = null
    this.#notice(true)
    // First the cheap remedy, then, as often as it is still needed, the thorough one.
    if (this.#tries++ === 0) this.#remedies.ask()
    else this.#remedies.renew()
    this.#wait()
  }

  #notice(noticed: boolean) {
    if (this.#noticed === noticed) return
    this.#noticed = noticed
    this.#remedies.changed()
  }
}
