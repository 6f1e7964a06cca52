/** The log of drafts in PostgreSQL: whatever arrives while one write is under way goes into the next, as one. */
import { eq } from 'drizzle-orm'
import type pg from 'pg'
import {
  type ClientBinding,
  ClientTaken,
  type DraftLog,
  type HistoryEntry,
  type LogEntry,
  type StoredDraft,
} from '../domain/draft-log.ts'
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

/** One append at a time, over all processes: places in the log are given in the order in which they can be read. */
const appendLock = 0x6c6f6773

/**
 * One statement is one transaction: it is on the disk when PostgreSQL answers. Nothing is inserted
 * when a client id belongs to somebody else.
 */
const insertBatch = (shared: boolean) => `
with ${shared ? `locked as materialized (select pg_advisory_xact_lock(${appendLock}), pg_notify($7, $8)),` : ''}
bound as (
  insert into draft_client as known (statement_id, client_id, person_id)
  select distinct * from unnest($1::uuid[], $2::bigint[], $3::uuid[])
  on conflict (statement_id, client_id) do update set person_id = known.person_id
    where known.person_id is distinct from excluded.person_id
  returning xmax <> 0 as taken
)
insert into draft_update (statement_id, person_id, at, bytes)
select statement_id, person_id, now(), bytes
from unnest($4::uuid[], $5::uuid[], $6::bytea[]) with ordinality as row (statement_id, person_id, bytes, place)
${shared ? 'cross join locked' : ''}
where not exists (select from bound where taken)
order by place
returning id`

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
        if (fault instanceof ClientTaken && batch.length > 1) await this.#writeEach(batch)
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
    if (!(fault instanceof ClientTaken)) {
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
    const values = [
      bindings.map(({ statement }) => statement),
      bindings.map(({ client }) => client),
      bindings.map(({ person }) => person),
      entries.map(({ statement }) => statement),
      entries.map(({ person }) => person),
      entries.map(({ bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
    ]
    const storedIn = (bus: PostgresBus) =>
      bus.storedIn([...new Set(entries.map(({ statement }) => statement))])
    const { rows } = await this.#writer.query<{ id: string }>({
      name: 'append',
      text: insertBatch(this.isShared),
      values: this.#bus ? [...values, this.#bus.channel, storedIn(this.#bus)] : values,
    })
    if (rows.length < entries.length) throw new ClientTaken()
    return rows.map(({ id }) => BigInt(id))
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
