/** What PostgreSQL calls stored is on the disk, however it or the database is set. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CannotRun } from '#server/store/cannot-run.ts'
import { type Database, openDatabase } from '#server/store/database.ts'
import { PostgresDraftLog } from '#server/store/draft-log.ts'
import { requireDurable } from '#server/store/durable.ts'

let folder: string
let database: Database

/** A server of its own, so that nobody else writes. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'undersigned-durable-'))
  const place = { databaseUrl: null, dataDir: folder }
  const first = await openDatabase(place)
  for (const sql of [
    'alter system set fsync = off',
    'alter system set full_page_writes = off',
    'alter system set wal_writer_delay = 10000',
    'alter database undersigned set synchronous_commit = off',
  ]) {
    await first.pool.query(sql)
  }
  await first.close()
  database = await openDatabase(place)
}, 120_000)
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
}, 60_000)

const settings = ['fsync', 'synchronous_commit', 'full_page_writes']

async function settingsOf(client: Pick<pg.Client, 'query'>) {
  const { rows } = await client.query(
    'select name, current_setting(name) as value from unnest($1::text[]) as name',
    [settings],
  )
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}

test('[DRAFT2] every connection waits for the disk, though the database says otherwise', async () => {
  const all = Object.fromEntries(settings.map((name) => [name, 'on']))
  expect(await settingsOf(database.pool)).toEqual(all)
  const writer = await database.connect()
  expect(await settingsOf(writer)).toEqual(all)
  await writer.end()
})

test('[DRAFT2] when an append is answered, the log of the database is flushed up to it', async () => {
  const log = new PostgresDraftLog(database)
  for (let i = 0; i < 20; i++) {
    const entry = { statement: crypto.randomUUID(), person: null, bytes: Uint8Array.of(i) }
    const { rows: before } = await database.pool.query('select pg_current_wal_insert_lsn() as lsn')
    await log.append([entry], [])
    const { rows } = await database.pool.query(
      `select pg_current_wal_flush_lsn() > $1::pg_lsn as written,
         pg_current_wal_flush_lsn() >= pg_current_wal_insert_lsn() as flushed`,
      [before[0].lsn],
    )
    expect(rows).toEqual([{ written: true, flushed: true }])
  }
  await log.close()
})

test('a connection that waits for more than the disk goes on doing so', async () => {
  const client = await database.connect()
  await client.query('set synchronous_commit = remote_apply')
  await requireDurable(client)
  expect((await settingsOf(client)).synchronous_commit).toBe('remote_apply')
  await client.end()
})

test('a server that flushes nothing is refused, with words', async () => {
  const careless = { query: async () => ({ rows: [{ fsync: 'off' }] }) }
  const refused = requireDurable(careless as unknown as pg.Client)
  await expect(refused).rejects.toThrow(CannotRun)
  await expect(refused).rejects.toThrow(/fsync = off/)
})
