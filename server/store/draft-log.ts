/** The log of drafts in PostgreSQL: whatever arrives while one write is under way goes into the next, as one. */
import { and, asc, eq, gt } from 'drizzle-orm'
import type pg from 'pg'
import type {
  ClientBinding,
  DraftLog,
  HistoryEntry,
  LogEntry,
  StoredDraft,
} from '../domain/draft-log.ts'
import { selectDraft } from './compaction.ts'
import type { Database } from './database.ts'
import { draftClient, draftUpdate } from './tables.ts'

type Waiting = {
  entries: readonly LogEntry[]
  bindings: readonly ClientBinding[]
  done(positions: bigint[]): void
  failed(fault: unknown): void
}

/** Rows that one statement may insert; more wait for the next. */
const mostRows = 5000

/** One statement is one transaction: it is on the disk when PostgreSQL answers. */
const insertBatch = `
with bound as (
  insert into draft_client (statement_id, client_id, person_id)
  select * from unnest($1::uuid[], $2::bigint[], $3::uuid[])
  on conflict do nothing
)
insert into draft_update (statement_id, person_id, at, bytes)
select statement_id, person_id, now(), bytes
from unnest($4::uuid[], $5::uuid[], $6::bytea[]) with ordinality as row (statement_id, person_id, bytes, place)
order by place
returning id`

export class PostgresDraftLog implements DraftLog {
  readonly #database: Database
  #writer: pg.Client | null = null
  #waiting: Waiting[] = []
  #writing = false

  constructor(database: Database) {
    this.#database = database
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
        await this.#writer?.end().catch(() => undefined)
        this.#writer = null
        for (const { failed } of batch) failed(fault)
      }
    }
    this.#writing = false
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
    const { rows } = await this.#writer.query<{ id: string }>({
      name: 'append',
      text: insertBatch,
      values: [
        bindings.map(({ statement }) => statement),
        bindings.map(({ client }) => client),
        bindings.map(({ person }) => person),
        entries.map(({ statement }) => statement),
        entries.map(({ person }) => person),
        entries.map(({ bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
      ],
    })
    return rows.map(({ id }) => BigInt(id))
  }

  async load(statement: string, upTo?: bigint): Promise<StoredDraft> {
    const { pool, queries } = this.#database
    const { rows } = await pool.query<{ position: string; bytes: Buffer; snapshot: boolean }>(
      selectDraft,
      [statement, upTo ?? null],
    )
    const bound = await queries
      .select()
      .from(draftClient)
      .where(eq(draftClient.statementId, statement))
    return {
      updates: rows.map(({ bytes }) => bytes),
      snapshot: rows[0]?.snapshot ? rows[0].bytes.length : 0,
      position: BigInt(rows.at(-1)?.position ?? 0),
      bindings: new Map(bound.map(({ clientId, personId }) => [Number(clientId), personId])),
    }
  }

  async history(statement: string, after: bigint, most: number): Promise<HistoryEntry[]> {
    const { queries } = this.#database
    const rows = await queries
      .select()
      .from(draftUpdate)
      .where(and(eq(draftUpdate.statementId, statement), gt(draftUpdate.id, after)))
      .orderBy(asc(draftUpdate.id))
      .limit(most)
    return rows.map(({ id, personId, at, bytes }) => ({
      position: id,
      person: personId,
      at,
      bytes,
    }))
  }

  async close(): Promise<void> {
    await this.#writer?.end()
  }
}
