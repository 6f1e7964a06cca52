/** Whether somebody has pressed a key and does not see yet what it did. */

type Scheduling = { scheduling?: { isInputPending?: () => boolean } }

export class KeyWatch {
  readonly #frameEnd = new MessageChannel()
  #isWaiting = false

  constructor() {
    this.#frameEnd.port1.onmessage = () => {
      this.#isWaiting = false
    }
    window.addEventListener('keydown', this.#onKey, { capture: true })
  }

  /** A browser that can tell is asked whether there is another one that it has not handed out yet. */
  get isWaiting(): boolean {
    return this.#isWaiting || (navigator as Scheduling).scheduling?.isInputPending?.() === true
  }

  destroy(): void {
    window.removeEventListener('keydown', this.#onKey, { capture: true })
    this.#frameEnd.port1.close()
  }

  #onKey = () => {
    if (this.#isWaiting) return
    this.#isWaiting = true
    requestAnimationFrame(() => this.#frameEnd.port2.postMessage(null))
  }
}
