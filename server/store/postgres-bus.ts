/** The processes on one database tell each other what happened, through its LISTEN and NOTIFY. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Bus, Message } from '../domain/bus.ts'
import type { Database } from './database.ts'

const channel = 'undersigned'
/** PostgreSQL takes fewer than 8,000 bytes in one notification. */
const mostBytes = 7_900
const reconnectMs = 200

export class PostgresBus implements Bus {
  readonly #database: Database
  /** Tells what this process has told itself from what others tell. */
  readonly #process = randomUUID()
  readonly #listeners: ((message: Message) => void)[] = []
  #client: pg.Client | null = null
  #closed = false
  #untold: string[] = []
  #telling = false

  private constructor(database: Database) {
    this.#database = database
  }

  /** Resolves when it listens. */
  static async open(database: Database): Promise<PostgresBus> {
    const bus = new PostgresBus(database)
    await bus.#connect()
    return bus
  }

  tell(message: Message): void {
    this.#untold.push(...this.#payloads(message))
    if (!this.#telling) void this.#tellAll()
  }

  listen(listener: (message: Message) => void): void {
    this.#listeners.push(listener)
  }

  readonly channel = channel

  /** What to send on the channel that something was stored, for the transaction that stores it. */
  storedIn(statements: readonly string[]): string {
    const [payload = ''] = this.#payloads({ kind: 'stored', statements })
    return payload
  }

  /** A message in as many notifications as it takes. */
  #payloads(message: Message): string[] {
    const payload = JSON.stringify({ from: this.#process, message })
    if (Buffer.byteLength(payload) <= mostBytes) return [payload]
    if (message.kind === 'stored') return this.#payloads({ kind: 'stored', statements: null })
    if (message.kind !== 'presence') throw new RangeError('too long a message')
    // One caret alone that does not fit is no honest client's; others need not see it.
    const { states } = message
    if (states.length < 2) return []
    const middle = states.length >> 1
    return [states.slice(0, middle), states.slice(middle)].flatMap((part) =>
      this.#payloads({ ...message, states: part }),
    )
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#client?.end().catch(() => undefined)
  }

  async #tellAll() {
    this.#telling = true
    while (this.#untold.length > 0 && !this.#closed) {
      const payloads = this.#untold.splice(0)
      try {
        await this.#database.pool.query(
          'select pg_notify($1, payload) from unnest($2::text[]) payload',
          [channel, payloads],
        )
      } catch {
        this.#untold.unshift(...payloads)
        await sleep(reconnectMs)
      }
    }
    this.#telling = false
  }

  async #connect() {
    const client = await this.#database.connect()
    client.on('notification', ({ payload }) => this.#hear(payload ?? ''))
    client.once('end', () => void this.#reconnect())
    await client.query(`listen ${channel}`)
    this.#client = client
  }

  /** What was told meanwhile is lost: afterwards everything is looked at anew. */
  async #reconnect() {
    while (!this.#closed) {
      try {
        await this.#connect()
        this.#emit({ kind: 'stored', statements: null })
        this.#emit({ kind: 'access', person: null })
        return
      } catch {
        await sleep(reconnectMs)
      }
    }
  }

  #hear(payload: string) {
    const { from, message } = JSON.parse(payload) as { from: string; message: Message }
    if (from !== this.#process) this.#emit(message)
  }

  #emit(message: Message) {
    for (const listener of this.#listeners) listener(message)
  }
}
