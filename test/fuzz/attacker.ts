/** A hostile socket, which comes back when it was sent away. */
import WebSocket from 'ws'
import { handshake, socketPath } from '#shared/sync/messages.ts'
import { schemaVersion } from '#shared/text/schema.ts'
import type { Browser } from '../support/browser.ts'
import { type Random, upTo } from '../support/random.ts'

let addresses = 0

export class Attacker {
  readonly #browser: Browser
  readonly #statement: string
  readonly client: number
  expelled = 0
  #socket: WebSocket | null = null
  #opening: Promise<WebSocket> | null = null

  constructor(browser: Browser, statement: string, chance: Random) {
    this.#browser = browser
    this.#statement = statement
    this.client = 1 + upTo(chance, 2 ** 31)
  }

  async send(frame: Uint8Array): Promise<void> {
    const socket = await this.#open()
    await new Promise<void>((done) => socket.send(frame, () => done()))
  }

  close(): void {
    this.#socket?.terminate()
  }

  /** Each socket comes from an address of its own, or the server would soon refuse them all as too many. */
  #nextAddress(): string {
    const at = ++addresses
    return `127.${1 + ((at >> 16) % 250)}.${(at >> 8) % 256}.${at % 256}`
  }

  /** Frames that are sent at one moment go over one socket. */
  async #open(): Promise<WebSocket> {
    if (this.#socket?.readyState === WebSocket.OPEN) return this.#socket
    this.#opening ??= this.#reopen().finally(() => {
      this.#opening = null
    })
    return this.#opening
  }

  async #reopen(): Promise<WebSocket> {
    if (this.#socket) this.expelled++
    const { origin, cookie } = this.#browser
    const query = `${handshake.schema}=${schemaVersion}&${handshake.ours}=1`
    const socket = new WebSocket(
      `${origin.replace('http', 'ws').replace('localhost', '127.0.0.1')}${socketPath}/${this.#statement}?${query}`,
      { headers: { Origin: origin, Cookie: cookie }, localAddress: this.#nextAddress() },
    )
    socket.on('error', () => socket.terminate())
    this.#socket = socket
    await new Promise<void>((done) => {
      socket.once('open', () => done())
      socket.once('close', () => done())
    })
    return socket
  }
}
