/** Whether somebody types, and whether a key was pressed of which they do not see yet what it did. */

type Scheduling = { scheduling?: { isInputPending?: () => boolean } }

/** After so long a key that is pressed next is not one of the same word. */
const typingMs = 300

export class KeyWatch {
  readonly #frameEnd = new MessageChannel()
  #isWaiting = false
  #lastAt = Number.NEGATIVE_INFINITY
  /** Called right after what a key did has been shown: the time in which no other is likely. */
  onShown: () => void = () => undefined

  constructor() {
    this.#frameEnd.port1.onmessage = () => {
      this.#isWaiting = false
      // The key goes up first, and the browser tells where the caret is.
      setTimeout(() => this.onShown())
    }
    window.addEventListener('keydown', this.#onKey, { capture: true })
  }

  /** A browser that can tell is asked whether there is another one that it has not handed out yet. */
  get isWaiting(): boolean {
    return this.#isWaiting || (navigator as Scheduling).scheduling?.isInputPending?.() === true
  }

  get isTyping(): boolean {
    return performance.now() - this.#lastAt < typingMs
  }

  destroy(): void {
    window.removeEventListener('keydown', this.#onKey, { capture: true })
    this.#frameEnd.port1.close()
    this.onShown = () => undefined
  }

  #onKey = () => {
    this.#lastAt = performance.now()
    if (this.#isWaiting) return
    this.#isWaiting = true
    requestAnimationFrame(() => this.#frameEnd.port2.postMessage(null))
  }
}
