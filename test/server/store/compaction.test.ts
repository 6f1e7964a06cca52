/** The log of a draft is kept short, and nothing of the text is lost by it. */
import { randomUUID } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { builtFile } from '#server/built-file.ts'
import type { HistoryEntry } from '#server/domain/draft-log.ts'
import { replay, updatesOf } from '#server/domain/replay.ts'
import { dropHistory, takeSnapshot } from '#server/store/compaction.ts'
import { Compactor } from '#server/store/compactor.ts'
import { type Database, openDatabase } from '#server/store/database.ts'
import { PostgresDraftLog } from '#server/store/draft-log.ts'
import { testDatabase } from '../../support/database.ts'

const address = testDatabase()
let database: Database
let log: PostgresDraftLog
let client: pg.Client
let statement: string
let doc: Y.Doc

beforeAll(async () => {
  database = await openDatabase({ databaseUrl: address(), dataDir: '/nonexistent' })
  log = new PostgresDraftLog(database)
  client = new pg.Client({ connectionString: address() })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await log.close()
  await database.close()
})
beforeEach(() => {
  statement = randomUUID()
  doc = new Y.Doc()
})

const person = randomUUID()

/** Types and stores each update as an entry of its own. */
async function write(change: (text: Y.Text) => void): Promise<bigint> {
  const bytes: Uint8Array[] = []
  const keep = (update: Uint8Array) => bytes.push(update)
  doc.on('update', keep)
  change(doc.getText('words'))
  doc.off('update', keep)
  const entries = bytes.map((one) => ({ statement, person, bytes: one }))
  return (await log.append(entries, [])).at(-1) ?? 0n
}

const type = (words: string) => write((text) => text.insert(text.length, words))

async function loaded(upTo?: bigint) {
  const stored = await log.load(statement, upTo)
  const { updates, position, snapshot } = stored
  const copy = new Y.Doc()
  replay(copy, updatesOf(stored))
  const words = copy.getText('words').toString()
  return { words, updates: updates.length, position, snapshot: snapshot?.bytes.length }
}

const snapshots = async () => {
  const { rows } = await client.query(
    'select position from draft_snapshot where statement_id = $1 order by position',
    [statement],
  )
  return rows.map(({ position }) => BigInt(position))
}

/** Makes everything that is stored so far older by so many days. */
const age = (days: number) =>
  client.query(
    'update draft_update set at = at - make_interval(days => $2) where statement_id = $1',
    [statement, days],
  )

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000)

test('[DRAFT2] a snapshot stands for all before it; what follows is applied on it', async () => {
  for (const words of ['вода ', 'для ', 'садов']) await type(words)
  const bytes = await takeSnapshot(client, statement)
  await type(' общая')
  expect(await loaded()).toEqual({
    words: 'вода для садов общая',
    updates: 1,
    position: expect.anything(),
    snapshot: bytes,
  })
})

test('a snapshot with nothing new is not written again', async () => {
  await type('вода')
  expect(await takeSnapshot(client, statement)).not.toBeNull()
  expect(await takeSnapshot(client, statement)).toBeNull()
})

test('one previous snapshot is kept, and the text can be had as it was at any place', async () => {
  const places: bigint[] = []
  for (let i = 0; i < 4; i++) {
    places.push(await type(`${i}`))
    await takeSnapshot(client, statement)
  }
  expect(await snapshots()).toEqual(places.slice(-2))
  for (const [at, place] of places.entries()) {
    expect((await loaded(place)).words).toBe('0123'.slice(0, at + 1))
  }
})

test('[DRAFT8] history is read by range, with who and when', async () => {
  const first = await type('вода')
  await type(' сады')
  await takeSnapshot(client, statement)
  const all = await log.history(statement, 0n, 100)
  expect(all.map((entry) => entry.person)).toEqual([person, person])
  expect(all[0]?.at).toBeInstanceOf(Date)
  expect((await log.history(statement, first, 100)).map(({ position }) => position)).toEqual([
    all[1]?.position,
  ])
  expect(await log.history(statement, 0n, 1)).toHaveLength(1)
})

test('[SAFE8] deleted words leave the log when their history ends; the text stays', async () => {
  const secret = 'тайное имя '
  await type(secret)
  await write((text) => text.delete(0, secret.length))
  await type('вода')
  await age(100)
  await takeSnapshot(client, statement)
  await type(' сады')
  await dropHistory(client, statement, daysAgo(90))
  expect((await loaded()).words).toBe('вода сады')
  expect(await log.history(statement, 0n, 100)).toHaveLength(1)
  const { rows } = await client.query(
    `select bytes, false as deflated from draft_update where statement_id = $1
     union all select bytes, deflated from draft_snapshot where statement_id = $1`,
    [statement],
  )
  expect(rows).toHaveLength(2)
  for (const { bytes, deflated } of rows) {
    const words = deflated ? inflateRawSync(bytes) : bytes
    expect(words.toString('utf8')).not.toContain('тайное')
    expect(words.toString('utf8')).toMatch(/вода|сады/)
  }
  expect(await packs()).toEqual([])
})

test('[SAFE8] history that ends within a pack ends there, and what is younger stays', async () => {
  const secret = 'тайное имя '
  const old = await type(secret)
  await write((text) => text.delete(0, secret.length))
  await age(100)
  const young = await type('вода')
  await type(' сады')
  await takeSnapshot(client, statement)
  await type('!')
  expect(await packs()).toHaveLength(1)
  await dropHistory(client, statement, daysAgo(90))
  const left = await log.history(statement, 0n, 100)
  expect(left.map(({ position }) => position)[0]).toBe(young)
  expect(left).toHaveLength(3)
  for (const { bytes } of left) expect(Buffer.from(bytes).toString()).not.toContain('тайное')
  expect((await loaded()).words).toBe('вода сады!')
  expect((await loaded(young)).words).toBe('вода')
  expect((await loaded(old)).words).toBe('')
})

test('[DRAFT8] what a snapshot covers stands in packs, and is read from there', async () => {
  const places: bigint[] = []
  for (let i = 0; i < 5; i++) places.push(await type(`${i}`))
  const before = await log.history(statement, 0n, 100)
  await takeSnapshot(client, statement)
  const { rows } = await client.query('select from draft_update where statement_id = $1', [
    statement,
  ])
  expect(rows).toHaveLength(0)
  const after = await log.history(statement, 0n, 100)
  expect(after.map(plain)).toEqual(before.map(plain))
  expect((await log.since(statement, places[2] as bigint)).updates).toHaveLength(2)
  expect((await loaded(places[2])).words).toBe('012')
})

/** To the millisecond, which is how exactly packs keep times. */
const plain = ({ position, person: by, at, bytes }: HistoryEntry) => ({
  position,
  by,
  at: at.getTime(),
  bytes: Buffer.from(bytes).toString('hex'),
})

async function packs() {
  const { rows } = await client.query('select bytes from draft_history where statement_id = $1', [
    statement,
  ])
  return rows
}

test('history that is young enough stays, also after snapshots', async () => {
  await type('вода')
  await age(100)
  await dropHistory(client, statement, daysAgo(90))
  for (let i = 0; i < 4; i++) {
    await type(`${i}`)
    await takeSnapshot(client, statement)
  }
  const [begin] = await snapshots()
  const places = await log.history(statement, 0n, 100)
  expect(places).toHaveLength(4)
  expect(begin).toBeLessThan(places[0]?.position ?? 0n)
  expect((await loaded(places[1]?.position)).words).toBe('вода01')
})

test('while another process is at the log, nothing is done', async () => {
  await type('вода')
  const other = new pg.Client({ connectionString: address() })
  await other.connect()
  await other.query('begin')
  await other.query('select pg_advisory_xact_lock($1, hashtext($2))', [0x636f6d70, statement])
  expect(await takeSnapshot(client, statement)).toBeNull()
  await other.query('rollback')
  expect(await takeSnapshot(client, statement)).not.toBeNull()
  await other.end()
})

test('the thread does the same, and ends histories of all drafts', async () => {
  const compactor = new Compactor(builtFile('server/compaction-worker.js'), database.connection)
  await type('вода')
  await age(100)
  expect(await compactor.snapshot(statement)).toBeGreaterThan(0)
  await compactor.dropHistory(daysAgo(90))
  expect(await log.history(statement, 0n, 100)).toEqual([])
  expect((await loaded()).words).toBe('вода')
  await compactor.close()
})
