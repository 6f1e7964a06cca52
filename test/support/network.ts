/** A network that can be broken, or lose something, between one browser and the server. */
import type { WebSocketRoute } from 'playwright-core'
import { messageTypes, syncTypes } from '#shared/sync/messages.ts'
import type { Walker } from './walk.ts'

/** Frames go the long way round, so that one may reach a socket which the server has begun to close meanwhile. */
const tooLate = 'WebSocket is already in CLOSING or CLOSED state.'

/** Without what this network itself causes in a page. */
export const troublesBeside = (troubles: readonly string[]): string[] =>
  troubles.filter((trouble) => trouble !== tooLate)

/** It lets pages through always, and the sockets of drafts while it is whole. */
export class Network {
  #isWhole = true
  #losesNext: (() => void) | null = null
  readonly #open = new Set<WebSocketRoute>()

  static async of({ page }: Walker): Promise<Network> {
    const network = new Network()
    await page.context().routeWebSocket(/\/sync\//, (socket) => network.#carry(socket))
    return network
  }

  async break() {
    this.#isWhole = false
    await Promise.all([...this.#open].map((socket) => socket.close()))
    this.#open.clear()
  }

  mend() {
    this.#isWhole = true
  }

  /** Loses the next update that the server sends here; resolves when it is lost. */
  loseNextUpdate(): Promise<void> {
    return new Promise((done) => {
      this.#losesNext = done
    })
  }

  #carry(socket: WebSocketRoute) {
    if (!this.#isWhole) return void socket.close()
    this.#open.add(socket)
    socket.connectToServer().onMessage((frame) => {
      const isUpdate = frame[0] === messageTypes.sync && frame[1] === syncTypes.update
      if (!isUpdate || !this.#losesNext) return socket.send(frame)
      this.#losesNext()
      this.#losesNext = null
    })
  }
}
