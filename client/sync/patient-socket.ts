/**
 * A socket that sends a moment later what it is given: first the letter is drawn, then it travels. What a
 * letter has to say (itself, the question whether it is saved, where the caret is) takes most of a millisecond.
 */
export function patientSocket(): typeof WebSocket {
  return class extends WebSocket {
    readonly #turn = new MessageChannel()
    readonly #waiting: Parameters<WebSocket['send']>[0][] = []

    constructor(...address: ConstructorParameters<typeof WebSocket>) {
      super(...address)
      // Behind the frame: browsers draw before anything else when somebody has pressed a key.
      this.#turn.port1.onmessage = this.#sendAll
      window.addEventListener('pagehide', this.#sendAll)
      this.addEventListener('close', () => {
        window.removeEventListener('pagehide', this.#sendAll)
        this.#turn.port1.close()
      })
    }

    override send(frame: Parameters<WebSocket['send']>[0]): void {
      this.#waiting.push(frame)
      if (this.#waiting.length === 1) this.#turn.port2.postMessage(null)
    }

    override close(...why: Parameters<WebSocket['close']>): void {
      this.#sendAll()
      super.close(...why)
    }

    /** The other side may have closed meanwhile: what it has not acknowledged is sent anew on the next socket. */
    #sendAll = () => {
      for (const frame of this.#waiting.splice(0)) {
        if (this.readyState === this.OPEN) super.send(frame)
      }
    }
  }
}
