/** One PostgreSQL for a whole run of tests: the embedded one, or that of `DATABASE_URL`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '#server/store/embedded-postgres.ts'
import { migrate } from '#server/store/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A connection string to the server, without the name of a database. */
    postgres: string
    /** The database that is copied for each test file. */
    template: string
  }
}

const template = `undersigned_template_${process.pid}`

export async function setup(project: TestProject) {
  const server = process.env.DATABASE_URL ? await given(process.env.DATABASE_URL) : await embedded()
  await run(server.address, `create database ${template}`)
  const pool = new pg.Pool({ connectionString: addressOf(server.address, template) })
  await migrate(pool)
  await pool.end()
  project.provide('postgres', server.address)
  project.provide('template', template)
  return async () => {
    await dropAll(server.address)
    await server.stop()
  }
}

/** By now nobody is connected any more: the databases of all files go together. */
async function dropAll(server: string) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const { rows } = await client.query(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [template],
  )
  for (const { name } of rows) await client.query(`drop database ${name} with (force)`)
  await client.end()
}

async function embedded() {
  const folder = await mkdtemp(join(tmpdir(), 'undersigned-'))
  const server = await startEmbeddedPostgres(folder)
  const { host, user, password } = server.connection
  return {
    address: `postgres://${user}:${password}@/postgres?host=${encodeURIComponent(String(host))}`,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const given = async (address: string) => ({ address, stop: async () => undefined })

/** The connection string of another database on the same server. */
export function addressOf(server: string, database: string): string {
  const [head, query = ''] = server.split('?')
  const base = (head as string).replace(/\/[^/]*$/, `/${database}`)
  return query ? `${base}?${query}` : base
}

export async function run(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
