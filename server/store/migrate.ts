/** Brings a database to the program's schema: forward only, one process at a time. */
import type pg from 'pg'
import { CannotRun } from './cannot-run.ts'
import { migrations } from './migrations/all.ts'

/** Advisory lock that processes starting together wait for. */
const migrationLock = 0x756e6d67

/** The oldest PostgreSQL that has what the schema asks for. */
const oldestServer = 150000

/**
 * Runs the migrations that this database has not seen, each in its own transaction.
 * Throws `CannotRun` when the server is older than PostgreSQL 15, or when the database was written
 * by a newer version of the program.
 */
export async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query(`select current_setting('server_version_num')::int as v`)
    if (rows[0].v < oldestServer) throw new CannotRun('PostgreSQL 15 or newer is needed.')
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(
      'create table if not exists migration (name text primary key, at timestamptz not null default now())',
    )
    const done = await client.query<{ name: string }>('select name from migration')
    const names = new Set(done.rows.map((row) => row.name))
    const unknown = [...names].filter((name) => !migrations.some((one) => one.name === name))
    if (unknown.length > 0) {
      throw new CannotRun(
        `The database was written by a newer Undersigned (it has ${unknown.join(', ')}). Install that version.`,
      )
    }
    for (const { name, sql } of migrations) {
      if (!names.has(name)) await runOne(client, name, sql)
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined)
    client.release()
  }
}

async function runOne(client: pg.PoolClient, name: string, sql: string) {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration (name) values ($1)', [name])
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback')
    throw fault
  }
}
