/**
 * Keeps the log of a draft short: a snapshot stands for all before it, and history ends after the
 * retention period. States are made through a Y.Doc, which joins what was typed in one go and holds
 * nothing of what was deleted. [SAFE8]
 */
import type pg from 'pg'
import * as Y from 'yjs'
import { replay } from '../domain/replay.ts'

/** First half of the advisory lock under which one process at a time works on a draft's log. */
const compactionLock = 0x636f6d70

/**
 * Writes a snapshot of the draft as it is, and removes those before the previous one, unless history
 * begins with it. Resolves with its length in bytes; null when there is nothing new, or another
 * process is at it.
 */
export const takeSnapshot = (client: pg.ClientBase, statement: string): Promise<number | null> =>
  alone(client, statement, async () => {
    const { state, position, rows } = await stateAt(client, statement, null)
    if (rows === 0) return null
    await keep(client, statement, position, state)
    await client.query(dropOlderSnapshots, [statement])
    return state.length
  })

/**
 * Ends the history of a draft at `before`: what was written earlier remains only as far as it was
 * still in the text then.
 */
export const dropHistory = (client: pg.ClientBase, statement: string, before: Date) =>
  alone(client, statement, async () => {
    const { rows } = await client.query<{ end: string | null }>(
      'select max(id) as end from draft_update where statement_id = $1 and at < $2',
      [statement, before],
    )
    const end = rows[0]?.end
    if (!end) return
    const { state, position } = await stateAt(client, statement, end)
    await keep(client, statement, position, state)
    await client.query('delete from draft_update where statement_id = $1 and id <= $2', [
      statement,
      position,
    ])
    await client.query('delete from draft_snapshot where statement_id = $1 and position < $2', [
      statement,
      position,
    ])
  })

/** The drafts that have history from before this moment. */
export async function draftsWithHistory(client: pg.ClientBase, before: Date): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'select distinct statement_id as id from draft_update where at < $1',
    [before],
  )
  return rows.map(({ id }) => id)
}

/** Snapshot and what follows it, in one statement, so that no compaction comes between. `$2`: up to which place. */
export const selectDraft = `
with base as (
  select position, bytes from draft_snapshot
  where statement_id = $1 and ($2::bigint is null or position <= $2)
  order by position desc limit 1
)
select position, bytes, true as snapshot from base
union all
select id, bytes, false from draft_update
where statement_id = $1 and id > coalesce((select position from base), 0)
  and ($2::bigint is null or id <= $2)
order by position`

const dropOlderSnapshots = `
delete from draft_snapshot as old
where statement_id = $1
  and position < (
    select position from draft_snapshot where statement_id = $1
    order by position desc offset 1 limit 1
  )
  and exists (
    select from draft_update where statement_id = $1 and id <= old.position
  )`

async function stateAt(client: pg.ClientBase, statement: string, upTo: string | null) {
  const { rows } = await client.query<{ position: string; bytes: Buffer; snapshot: boolean }>(
    selectDraft,
    [statement, upTo],
  )
  const doc = new Y.Doc()
  replay(
    doc,
    rows.map(({ bytes }) => bytes),
  )
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  const updates = rows.filter(({ snapshot }) => !snapshot)
  return { state, position: rows.at(-1)?.position ?? '0', rows: updates.length }
}

const keep = (client: pg.ClientBase, statement: string, position: string, state: Uint8Array) =>
  client.query(
    'insert into draft_snapshot (statement_id, position, bytes) values ($1, $2, $3) on conflict do nothing',
    [statement, position, Buffer.from(state.buffer, state.byteOffset, state.length)],
  )

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
