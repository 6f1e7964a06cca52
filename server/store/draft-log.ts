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
 * Whether what the authors may do is as it was when their entries were let in. Their rows are held, so
 * that a change comes wholly before or wholly after: from its answer on nothing more is appended.
 */
const held = `held as materialized (
  select person.access_changes = asked.changes as unchanged
  from unnest($4::uuid[], $5::int[]) as asked (id, changes) join person using (id)
  for share of person
)`
const unchanged = '(select count(*) filter (where unchanged) = cardinality($4::uuid[]) from held)'

const locked = (channel: string, message: string) =>
  `locked as materialized (select pg_advisory_xact_lock(${appendLock}), pg_notify(${channel}, ${message})),`

/** One statement is one transaction: it is on the disk when PostgreSQL answers. */
const insertEntries = (shared: boolean) => `
with ${shared ? locked('$6', '$7') : ''}
${held}
insert into draft_update (statement_id, person_id, at, bytes)
select statement_id, person_id, now(), bytes
from unnest($1::uuid[], $2::uuid[], $3::bytea[]) with ordinality as row (statement_id, person_id, bytes, place)
${shared ? 'cross join locked' : ''}
where ${unchanged}
order by place
returning id`

/** The same, with client ids that become somebody's: nothing is appended when one is somebody else's. */
const insertBound = (shared: boolean) => `
with ${shared ? locked('$9', '$10') : ''}
${held},
bound as (
  insert into draft_client as known (statement_id, client_id, person_id)
  select distinct * from unnest($6::uuid[], $7::bigint[], $8::uuid[])
  where ${unchanged}
  on conflict (statement_id, client_id) do update set person_id = known.person_id
    where known.person_id is distinct from excluded.person_id
  returning xmax <> 0 as taken
)
insert into draft_update (statement_id, person_id, at, bytes)
select statement_id, person_id, now(), bytes
from unnest($1::uuid[], $2::uuid[], $3::bytea[]) with ordinality as row (statement_id, person_id, bytes, place)
${shared ? 'cross join locked' : ''}
where not exists (select from bound where taken) and ${unchanged}
order by place
returning id`

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
    const [people, changes] = asked(entries)
    const values = [
      entries.map(({ statement }) => statement),
      entries.map(({ person }) => person),
      entries.map(({ bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
      people,
      changes,
    ]
    const bound = [
      bindings.map(({ statement }) => statement),
      bindings.map(({ client }) => client),
      bindings.map(({ person }) => person),
    ]
    const isBound = bindings.length > 0
    const { rows } = await this.#writer.query<{ id: string }>({
      name: isBound ? 'append-bound' : 'append',
      text: isBound ? insertBound(this.isShared) : insertEntries(this.isShared),
      values: [...values, ...(isBound ? bound : []), ...this.#told(entries)],
    })
    if (rows.length < entries.length) throw await this.#refusal(people, changes)
    return rows.map(({ id }) => BigInt(id))
  }

  /** The channel and the message that tell other processes what was appended. */
  #told(entries: readonly LogEntry[]): string[] {
    const statements = [...new Set(entries.map(({ statement }) => statement))]
    return this.#bus ? [this.#bus.channel, this.#bus.storedIn(statements)] : []
  }

  /** Why nothing was appended. */
  async #refusal(people: readonly string[], changes: readonly number[]) {
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
