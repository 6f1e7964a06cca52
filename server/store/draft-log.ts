/** The log of drafts in PostgreSQL: whatever arrives while one write is under way goes into the next, as one. */
import { and, asc, eq, gt } from 'drizzle-orm'
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
import { selectDraft } from './compaction.ts'
import type { Database } from './database.ts'
import type { PostgresBus } from './postgres-bus.ts'
import { draftClient, draftUpdate } from './tables.ts'

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
 * when a client id belongs to somebody else, or when what an author may do has changed: the rows of the
 * authors are held, so that a change of it comes wholly before or wholly after.
 */
const insertBatch = (shared: boolean) => `
with ${shared ? `locked as materialized (select pg_advisory_xact_lock(${appendLock}), pg_notify($9, $10)),` : ''}
held as materialized (
  select person.access_changes <> asked.changes as changed
  from unnest($7::uuid[], $8::int[]) as asked (id, changes) join person using (id)
  for share of person
),
access as materialized (
  select count(*) filter (where not changed) < cardinality($7::uuid[]) as changed from held
),
bound as (
  insert into draft_client as known (statement_id, client_id, person_id)
  select distinct * from unnest($1::uuid[], $2::bigint[], $3::uuid[])
  where not (select changed from access)
  on conflict (statement_id, client_id) do update set person_id = known.person_id
    where known.person_id is distinct from excluded.person_id
  returning xmax <> 0 as taken
),
stored as (
insert into draft_update (statement_id, person_id, at, bytes)
select statement_id, person_id, now(), bytes
from unnest($4::uuid[], $5::uuid[], $6::bytea[]) with ordinality as row (statement_id, person_id, bytes, place)
${shared ? 'cross join locked' : ''}
where not exists (select from bound where taken) and not (select changed from access)
order by place
returning id
)
select id, false as changed from stored
union all select null, true from access where changed
order by id`

/** Whose rights must be as they were, and how often they had changed: the oldest answer for each counts. */
function asked(entries: readonly LogEntry[]): [people: string[], changes: number[]] {
  const oldest = new Map<string, number>()
  for (const { person, accessChanges } of entries) {
    if (person === null || accessChanges === undefined) continue
    oldest.set(person, Math.min(accessChanges, oldest.get(person) ?? accessChanges))
  }
  return [[...oldest.keys()], [...oldest.values()]]
}

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
    const values = [
      bindings.map(({ statement }) => statement),
      bindings.map(({ client }) => client),
      bindings.map(({ person }) => person),
      entries.map(({ statement }) => statement),
      entries.map(({ person }) => person),
      entries.map(({ bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
      ...asked(entries),
    ]
    const storedIn = (bus: PostgresBus) =>
      bus.storedIn([...new Set(entries.map(({ statement }) => statement))])
    const { rows } = await this.#writer.query<{ id: string; changed: boolean }>({
      name: 'append',
      text: insertBatch(this.isShared),
      values: this.#bus ? [...values, this.#bus.channel, storedIn(this.#bus)] : values,
    })
    if (rows[0]?.changed) throw new AccessChanged()
    if (rows.length < entries.length) throw new ClientTaken()
    return rows.map(({ id }) => BigInt(id))
  }

  async load(statement: string, upTo?: bigint): Promise<StoredDraft> {
    const { rows } = await this.#database.pool.query<{
      position: string
      bytes: Buffer
      snapshot: boolean
    }>(selectDraft, [statement, upTo ?? null])
    return {
      updates: rows.map(({ bytes }) => bytes),
      snapshot: rows[0]?.snapshot ? rows[0].bytes.length : 0,
      position: BigInt(rows.at(-1)?.position ?? 0),
      bindings: await this.owners(statement),
    }
  }

  async since(statement: string, position: bigint) {
    const { rows } = await this.#database.pool.query<{ id: string; bytes: Buffer }>({
      name: 'since',
      text: 'select id, bytes from draft_update where statement_id = $1 and id > $2 order by id',
      values: [statement, position],
    })
    return {
      updates: rows.map(({ bytes }) => bytes),
      position: BigInt(rows.at(-1)?.id ?? position),
    }
  }

  async owners(statement: string): Promise<Map<number, string | null>> {
    const bound = await this.#database.queries
      .select()
      .from(draftClient)
      .where(eq(draftClient.statementId, statement))
    return new Map(bound.map(({ clientId, personId }) => [Number(clientId), personId]))
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
