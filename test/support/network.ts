/** A network that can be broken, between one browser and the server. */
import type { WebSocketRoute } from 'playwright-core'
import type { Walker } from './walk.ts'

/** It lets pages through always, and the sockets of drafts while it is whole. */
export class Network {
  #isWhole = true
  readonly #open = new Set<WebSocketRoute>()

  static async of({ page }: Walker): Promise<Network> {
    const network = new Network()
    await page.context().routeWebSocket(/\/sync\//, (socket) => {
      if (!network.#isWhole) return void socket.close()
      network.#open.add(socket)
      socket.connectToServer()
    })
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
}
