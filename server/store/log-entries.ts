/** Reads the log of a draft: what stands in rows, and what was packed away. */
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import type pg from 'pg'
import type { HistoryEntry } from '../domain/draft-log.ts'
import { unpackHistory } from './history-pack.ts'

const inflate = promisify(inflateRaw)

type Row = { position: string; person: string | null; at: Date; bytes: Buffer; packed: boolean }

/** The newest snapshot at or before a place. */
export type Snapshot = { position: bigint; bytes: Buffer; stateVector: Buffer | null }

/**
 * The newest snapshot up to a place (null: the end), and what follows it up to there, in one statement,
 * so that no compaction comes between.
 */
export async function readDraft(
  client: pg.ClientBase | pg.Pool,
  statement: string,
  upTo: bigint | null,
): Promise<{ snapshot: Snapshot | null; entries: HistoryEntry[] }> {
  const { rows } = await client.query<Row & Partial<SnapshotRow>>({
    name: 'read-draft',
    text: selectDraft,
    values: [statement, upTo],
  })
  const base = rows.find((row) => row.snapshot)
  const snapshot = base ? await snapshotIn(base) : null
  const written = rows.filter((row) => !row.snapshot)
  return { snapshot, entries: within(written, snapshot?.position ?? 0n, upTo) }
}

type SnapshotRow = { vector: Buffer | null; snapshot: boolean; deflated: boolean }

const snapshotIn = async ({ position, bytes, vector, deflated }: Row & Partial<SnapshotRow>) => ({
  position: BigInt(position),
  bytes: deflated ? await inflate(bytes) : bytes,
  stateVector: vector ?? null,
})

/** What was written after a place, in order, at most so many entries. */
export async function readEntries(
  client: pg.ClientBase | pg.Pool,
  statement: string,
  after: bigint,
  most: number | null = null,
): Promise<HistoryEntry[]> {
  const { rows } = await client.query<Row>({
    name: 'read-entries',
    text: `${selectEntries('$2', 'null')} order by position limit $3`,
    values: [statement, after, most],
  })
  const entries = within(rows, after, null)
  return most === null ? entries : entries.slice(0, most)
}

/** Which of these words stand anywhere in what is kept of a draft: in its text, its snapshots or its history. */
export async function wordsInLog(
  client: pg.ClientBase | pg.Pool,
  statement: string,
  words: readonly string[],
): Promise<Set<string>> {
  const { rows } = await client.query<{ bytes: Buffer; deflated: boolean }>(
    'select bytes, deflated from draft_snapshot where statement_id = $1',
    [statement],
  )
  const snapshots = rows.map(({ bytes, deflated }) => (deflated ? inflate(bytes) : bytes))
  const entries = await readEntries(client, statement, 0n)
  const kept = [...(await Promise.all(snapshots)), ...entries.map(({ bytes }) => bytes)].map(
    (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
  )
  return new Set(words.filter((word) => kept.some((bytes) => bytes.includes(word))))
}

function within(rows: readonly Row[], after: bigint, upTo: bigint | null): HistoryEntry[] {
  const entries = rows.flatMap(({ position, person, at, bytes, packed }) =>
    packed ? unpackHistory(bytes) : [{ position: BigInt(position), person, at, bytes }],
  )
  return entries.filter(({ position }) => position > after && (upTo === null || position <= upTo))
}

/** Packs that reach into a range of places, and the rows in it. */
const selectEntries = (after: string, upTo: string, more = '') => `
select last as position, null::uuid as person, until as at, bytes, true as packed${more}
from draft_history
where statement_id = $1 and last > ${after} and (${upTo}::bigint is null or first <= ${upTo})
union all
select id, person_id, at, bytes, false${more}
from draft_update
where statement_id = $1 and id > ${after} and (${upTo}::bigint is null or id <= ${upTo})`

const selectDraft = `
with base as (
  select position, bytes, state_vector, deflated from draft_snapshot
  where statement_id = $1 and ($2::bigint is null or position <= $2)
  order by position desc limit 1
)
select position, null::uuid as person, null::timestamptz as at, bytes, false as packed,
  state_vector as vector, true as snapshot, deflated
from base
union all
${selectEntries('coalesce((select position from base), 0)', '$2', ', null::bytea, false, false')}
order by position`
