/**
 * Keeps the log of a draft short: a snapshot stands for all before it, what it covers is packed away
 * as history, and history ends after the retention period. States are made through a Y.Doc, which joins what was typed in one go and holds
 * nothing of what was deleted. [SAFE8]
 */
import { deflateRawSync } from 'node:zlib'
import type pg from 'pg'
import * as Y from 'yjs'
import type { HistoryEntry } from '../domain/draft-log.ts'
import { replay } from '../domain/replay.ts'
import { packHistory } from './history-pack.ts'
import { readDraft, readEntries } from './log-entries.ts'

/** First half of the advisory lock under which one process at a time works on a draft's log. */
const compactionLock = 0x636f6d70

/** Entries of one pack: what is read at once when somebody looks at one of them. */
const packLength = 10_000

/**
 * Writes a snapshot of the draft as it is, packs away what it covers, and removes the snapshots before
 * the previous one, unless history begins with it. Resolves with its length in bytes; null when there
 * is nothing new, or another process is at it.
 */
export const takeSnapshot = (client: pg.ClientBase, statement: string): Promise<number | null> =>
  alone(client, statement, async () => {
    const { snapshot, entries } = await readDraft(client, statement, null)
    const position = entries.at(-1)?.position
    if (position === undefined) return null
    const length = await keep(client, statement, position, [snapshot, ...entries])
    for (let at = 0; at < entries.length; at += packLength) {
      await pack(client, statement, entries.slice(at, at + packLength))
    }
    await client.query(dropRows, [statement, position])
    await client.query(dropOlderSnapshots, [statement])
    return length
  })

/**
 * Ends the history of a draft at `before`: what was written earlier remains only as far as it was
 * still in the text then.
 */
export const dropHistory = (client: pg.ClientBase, statement: string, before: Date) =>
  alone(client, statement, async () => {
    const entries = await readEntries(client, statement, 0n)
    const end = entries.findLastIndex(({ at }) => at < before)
    const position = entries[end]?.position
    if (position === undefined) return
    const { snapshot, entries: tail } = await readDraft(client, statement, position)
    await keep(client, statement, position, [snapshot, ...tail])
    const younger = await packsAround(client, statement, position)
    await client.query('delete from draft_history where statement_id = $1 and first <= $2', [
      statement,
      position,
    ])
    if (younger.length > 0) await pack(client, statement, younger)
    await client.query(dropRows, [statement, position])
    await client.query('delete from draft_snapshot where statement_id = $1 and position < $2', [
      statement,
      position,
    ])
  })

/** The drafts that have history from before this moment. */
export async function draftsWithHistory(client: pg.ClientBase, before: Date): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select statement_id as id from draft_update where at < $1
     union select statement_id from draft_history where since < $1`,
    [before],
  )
  return rows.map(({ id }) => id)
}

const dropRows = 'delete from draft_update where statement_id = $1 and id <= $2'

const dropOlderSnapshots = `
delete from draft_snapshot as old
where statement_id = $1
  and position < (
    select position from draft_snapshot where statement_id = $1
    order by position desc offset 1 limit 1
  )
  and exists (
    select from draft_history where statement_id = $1 and first <= old.position
  )`

/** Keeps what these updates make of an empty text as the snapshot at a place; resolves with its length. */
async function keep(
  client: pg.ClientBase,
  statement: string,
  position: bigint,
  updates: readonly ({ bytes: Uint8Array } | null)[],
): Promise<number> {
  const doc = new Y.Doc()
  replay(
    doc,
    updates.flatMap((update) => update?.bytes ?? []),
  )
  const state = Y.encodeStateAsUpdate(doc)
  const vector = Buffer.from(Y.encodeStateVector(doc))
  doc.destroy()
  await client.query(
    `insert into draft_snapshot (statement_id, position, bytes, state_vector, deflated)
     values ($1, $2, $3, $4, true) on conflict do nothing`,
    [statement, position, deflateRawSync(state), vector],
  )
  return state.length
}

function pack(client: pg.ClientBase, statement: string, entries: readonly HistoryEntry[]) {
  const times = entries.map(({ at }) => at.getTime())
  return client.query(
    `insert into draft_history (statement_id, first, last, since, until, bytes)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      ...[statement, entries[0]?.position, entries.at(-1)?.position],
      ...[new Date(Math.min(...times)), new Date(Math.max(...times)), packHistory(entries)],
    ],
  )
}

/** What the pack that this place divides holds behind it. */
async function packsAround(
  client: pg.ClientBase,
  statement: string,
  position: bigint,
): Promise<HistoryEntry[]> {
  const { rows } = await client.query<{ last: string }>(
    'select last from draft_history where statement_id = $1 and first <= $2 and last > $2',
    [statement, position],
  )
  const last = rows[0]?.last
  if (last === undefined) return []
  const entries = await readEntries(client, statement, position)
  return entries.filter((entry) => entry.position <= BigInt(last))
}

/** In one transaction, with the draft's log to oneself; null when another process has it. */
async function alone<Result>(
  client: pg.ClientBase,
  statement: string,
  act: () => Promise<Result>,
): Promise<Result | null> {
  await client.query('begin')
  try {
    const { rows } = await client.query(
      'select pg_try_advisory_xact_lock($1, hashtext($2)) as mine',
      [compactionLock, statement],
    )
    const result = rows[0]?.mine ? await act() : null
    await client.query('commit')
    return result
  } catch (fault) {
    await client.query('rollback').catch(() => undefined)
    throw fault
  }
}
