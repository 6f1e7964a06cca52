/** The embedded PostgreSQL: starts where others cannot, survives a killed program, belongs to one. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbeddedPostgres } from '#server/store/embedded-postgres.ts'
import { readPostmaster } from '#server/store/postmaster.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'undersigned-pg-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function query(connection: pg.PoolConfig, sql: string) {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('starts in a folder that only its owner may enter, and keeps what was stored', async () => {
  const first = await startEmbeddedPostgres(folder)
  await query(first.connection, `create table kept (word text); insert into kept values ('вода')`)
  await first.stop()
  expect(await readPostmaster(join(folder, 'postgres'))).toBeNull()
  const second = await startEmbeddedPostgres(folder)
  expect(await query(second.connection, 'select word from kept')).toEqual([{ word: 'вода' }])
  await second.stop()
  expect((await stat(folder)).mode & 0o077).toBe(0)
})

test('a second start on the same folder is refused, and the first goes on', async () => {
  const first = await startEmbeddedPostgres(folder)
  await expect(startEmbeddedPostgres(folder)).rejects.toThrow(/Another Undersigned is running/)
  expect(await query(first.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  await first.stop()
})

test('after kill -9 of the program the server that it left is taken over, and nothing is lost', async () => {
  const script = `
    const { startEmbeddedPostgres } = await import('#server/store/embedded-postgres.ts')
    const { default: pg } = await import('pg')
    const { connection } = await startEmbeddedPostgres(${JSON.stringify(folder)})
    const client = new pg.Client(connection)
    await client.connect()
    await client.query("create table kept (word text); insert into kept values ('вода')")
    process.stdout.write('stored')
    setInterval(() => {}, 1000)`
  const program = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', script],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await new Promise((done) => program.stdout.once('data', done))
  const ended = new Promise((done) => program.once('exit', done))
  program.kill('SIGKILL')
  await ended
  const left = await readPostmaster(join(folder, 'postgres'))
  expect(left).not.toBeNull()
  const server = await startEmbeddedPostgres(folder)
  expect((await readPostmaster(join(folder, 'postgres')))?.pid).not.toBe(left?.pid)
  expect(await query(server.connection, 'select word from kept')).toEqual([{ word: 'вода' }])
  await server.stop()
})

/** Asks until there is an answer; each try waits for its own connection. */
async function answer(connection: pg.PoolConfig, sql: string): Promise<unknown[]> {
  for (;;) {
    const rows = await query(connection, sql).catch(() => [])
    if (rows.length > 0) return rows
    await new Promise((done) => setImmediate(done))
  }
}

test('[DRAFT2] a server that was killed is started again, and has what was stored', async () => {
  const server = await startEmbeddedPostgres(folder)
  await query(server.connection, `create table kept (word text); insert into kept values ('вода')`)
  const before = await readPostmaster(join(folder, 'postgres'))
  process.kill(before?.pid ?? 0, 'SIGKILL')
  expect(await answer(server.connection, 'select word from kept')).toEqual([{ word: 'вода' }])
  expect((await readPostmaster(join(folder, 'postgres')))?.pid).not.toBe(before?.pid)
  await answer(server.connection, "select 1 from pg_locks where locktype = 'advisory'")
  await expect(startEmbeddedPostgres(folder)).rejects.toThrow(/Another Undersigned is running/)
  await server.stop()
  expect(await readPostmaster(join(folder, 'postgres'))).toBeNull()
})

test('[SAFE2] what a statement carries does not reach the server’s own log', async () => {
  const server = await startEmbeddedPostgres(folder)
  await expect(query(server.connection, `select 'Айгүл О.'::int`)).rejects.toThrow()
  await server.stop()
  const { readFile } = await import('node:fs/promises')
  expect(await readFile(join(folder, 'postgres.log'), 'utf8')).not.toContain('Айгүл')
})
