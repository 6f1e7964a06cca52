/** The log of drafts in PostgreSQL: whatever arrives while one write is under way goes into the next, as one. */
import { eq } from 'drizzle-orm'
import type pg from 'pg'
import {
  AccessChanged,
  type ClientBinding,
  ClientTaken,
  type DraftLog,
  type HistoryEntry,
  type LogEntry,
  type StoredDraft,
} from '../domain/draft-log.ts'
import { appendOf, asked } from './append.ts'
import type { Database } from './database.ts'
import { readDraft, readEntries } from './log-entries.ts'
import type { PostgresBus } from './postgres-bus.ts'
import { draftClient } from './tables.ts'

type Waiting = {
  entries: readonly LogEntry[]
  bindings: readonly ClientBinding[]
  done(positions: bigint[]): void
  failed(fault: unknown): void
}

/** Rows that one statement may insert; more wait for the next. */
const mostRows = 5000

const isRefusal = (fault: unknown) => fault instanceof ClientTaken || fault instanceof AccessChanged

export class PostgresDraftLog implements DraftLog {
  readonly #database: Database
  #writer: pg.Client | null = null
  readonly #bus: PostgresBus | null
  #waiting: Waiting[] = []
  #writing = false

  /** `bus` tells other processes on the same database what is appended; null when there are none. */
  constructor(database: Database, bus: PostgresBus | null = null) {
    this.#database = database
    this.#bus = bus
  }

  get isShared(): boolean {
    return this.#bus !== null
  }

  append(entries: readonly LogEntry[], bindings: readonly ClientBinding[]): Promise<bigint[]> {
    return new Promise((done, failed) => {
      this.#waiting.push({ entries, bindings, done, failed })
      if (!this.#writing) void this.#write()
    })
  }

  async #write() {
    this.#writing = true
    while (this.#waiting.length > 0) {
      const batch = this.#nextBatch()
      try {
        const positions = await this.#insert(batch)
        for (const { entries, done } of batch) done(positions.splice(0, entries.length))
      } catch (fault) {
        if (isRefusal(fault) && batch.length > 1) await this.#writeEach(batch)
        else await this.#fail(batch, fault)
      }
    }
    this.#writing = false
  }

  /** One of them cannot be appended: the others are. */
  async #writeEach(batch: readonly Waiting[]) {
    for (const one of batch) {
      await this.#insert([one]).then(one.done, (fault) => this.#fail([one], fault))
    }
  }

  async #fail(batch: readonly Waiting[], fault: unknown) {
    if (!isRefusal(fault)) {
      await this.#writer?.end().catch(() => undefined)
      this.#writer = null
    }
    for (const { failed } of batch) failed(fault)
  }

  #nextBatch(): Waiting[] {
    let rows = 0
    const end = this.#waiting.findIndex(({ entries }) => {
      rows += entries.length
      return rows > mostRows
    })
    return this.#waiting.splice(0, end < 1 ? (end === 0 ? 1 : this.#waiting.length) : end)
  }

  async #insert(batch: readonly Waiting[]): Promise<bigint[]> {
    this.#writer ??= await this.#database.connect()
    const entries = batch.flatMap((one) => one.entries)
    const bindings = batch.flatMap((one) => one.bindings)
    const { name, text, values } = appendOf(entries, bindings, this.isShared)
    const { rows } = await this.#writer.query<{ id: string }>({
      name,
      text,
      values: [...values, ...this.#told(entries)],
    })
    if (rows.length < entries.length) throw await this.#refusal(entries)
    return rows.map(({ id }) => BigInt(id))
  }

  /** The channel and the message that tell other processes what was appended. */
  #told(entries: readonly LogEntry[]): string[] {
    const statements = [...new Set(entries.map(({ statement }) => statement))]
    return this.#bus ? [this.#bus.channel, this.#bus.storedIn(statements)] : []
  }

  /** Why nothing was appended. */
  async #refusal(entries: readonly LogEntry[]) {
    const [people, changes] = asked(entries)
    const { rows } = await (this.#writer as pg.Client).query<{ unchanged: boolean }>(
      `select count(*) = cardinality($1::uuid[]) as unchanged
       from unnest($1::uuid[], $2::int[]) as asked (id, changes) join person using (id)
       where person.access_changes = asked.changes`,
      [people, changes],
    )
    return rows[0]?.unchanged ? new ClientTaken() : new AccessChanged()
  }

  async load(statement: string, upTo?: bigint): Promise<StoredDraft> {
    const [{ snapshot, entries }, bindings] = await Promise.all([
      readDraft(this.#database.pool, statement, upTo ?? null),
      this.owners(statement),
    ])
    return {
      snapshot: snapshot && { bytes: snapshot.bytes, stateVector: snapshot.stateVector },
      updates: entries.map(({ bytes }) => bytes),
      position: entries.at(-1)?.position ?? snapshot?.position ?? 0n,
      bindings,
    }
  }

  async since(statement: string, position: bigint) {
    const entries = await readEntries(this.#database.pool, statement, position)
    return {
      updates: entries.map(({ bytes }) => bytes),
      position: entries.at(-1)?.position ?? position,
    }
  }

  async owners(statement: string): Promise<Map<number, string | null>> {
    const bound = await this.#database.queries
      .select()
      .from(draftClient)
      .where(eq(draftClient.statementId, statement))
    return new Map(bound.map(({ clientId, personId }) => [Number(clientId), personId]))
  }

  history(statement: string, after: bigint, most: number): Promise<HistoryEntry[]> {
    return readEntries(this.#database.pool, statement, after, most)
  }

  async close(): Promise<void> {
    await this.#writer?.end()
  }
}
