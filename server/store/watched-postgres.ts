/** A PostgreSQL server that is started again when it dies, until it is stopped. */
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { stopPostmaster } from './postmaster.ts'

/** A running server, and the connection that holds it for one program. */
export type Postmaster = { pid: number; owner: pg.Client }

/** Between two tries, in milliseconds; the processes of a server that was killed need a moment to be gone. */
const reviveMs = 250

export class Watched {
  #postmaster: Postmaster
  readonly #revive: () => Promise<Postmaster>
  #stopping = false
  #reviving: Promise<void> = Promise.resolve()

  /** `revive` finds or starts a server anew; it is tried until it succeeds. */
  constructor(server: Postmaster, revive: () => Promise<Postmaster>) {
    this.#postmaster = server
    this.#revive = revive
    this.#watch()
  }

  get owner(): pg.Client {
    return this.#postmaster.owner
  }

  async stop(): Promise<void> {
    this.#stopping = true
    await this.#reviving
    await this.#postmaster.owner.end().catch(() => undefined)
    await stopPostmaster(this.#postmaster.pid)
  }

  /** The owner's connection ends with the server, and when a crash makes the server start its processes anew. */
  #watch() {
    this.#postmaster.owner.once('end', () => {
      if (!this.#stopping) this.#reviving = this.#bringBack()
    })
  }

  async #bringBack() {
    while (!this.#stopping) {
      try {
        this.#postmaster = await this.#revive()
        return this.#watch()
      } catch {
        await sleep(reviveMs)
      }
    }
  }
}
