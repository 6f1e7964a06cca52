/** The database as the program holds it: a pool, typed queries over it, and transactions. */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { CannotRun } from './cannot-run.ts'
import { requireDurable } from './durable.ts'
import { runningPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { migrate } from './migrate.ts'

/** What named queries are asked of: the database itself, or a transaction in it. */
export type Queries = Pick<
  NodePgDatabase,
  'select' | 'selectDistinct' | 'selectDistinctOn' | 'insert' | 'update' | 'delete' | 'execute'
>

export type Database = {
  /** How to reach it, for a thread that needs a connection of its own. */
  connection: pg.PoolConfig
  queries: Queries
  pool: pg.Pool
  /** Runs `act` in one transaction, at the level read committed; rolls back when it throws. */
  transaction<Result>(act: (queries: Queries) => Promise<Result>): Promise<Result>
  /** A client of its own, outside the pool, for a listener or a writer that must not wait for others. */
  connect(): Promise<pg.Client>
  close(): Promise<void>
}

/**
 * Opens the database that the settings name, the embedded one by default, and migrates it.
 * Throws `CannotRun` with words for the person at the console.
 */
export async function openDatabase({ databaseUrl, dataDir }: Place): Promise<Database> {
  const embedded = databaseUrl ? null : await startEmbeddedPostgres(dataDir)
  const connection = embedded?.connection ?? { connectionString: databaseUrl as string }
  const database = connectTo(connection, () => embedded?.stop())
  try {
    await migrate(database.pool)
  } catch (fault) {
    await database.close()
    throw asCannotRun(fault)
  }
  return database
}

/**
 * The database that a running program uses, for a tool beside it. Starts the embedded one when no
 * program runs. Throws `CannotRun`.
 */
export async function attachDatabase({ databaseUrl, dataDir }: Place): Promise<Database> {
  const running = databaseUrl ? null : await runningPostgres(dataDir)
  return running ? connectTo(running) : openDatabase({ databaseUrl, dataDir })
}

type Place = { databaseUrl: string | null; dataDir: string }

function connectTo(connection: pg.PoolConfig, onClose?: () => Promise<void> | undefined): Database {
  const pool = new pg.Pool({ ...connection, max: 10, onConnect: requireDurable })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the program.
  pool.on('error', () => undefined)
  const queries = drizzle(pool)
  return {
    connection,
    queries,
    pool,
    transaction: (act) => queries.transaction(act),
    async connect() {
      const client = new pg.Client(connection)
      client.on('error', () => undefined)
      await client.connect()
      try {
        await requireDurable(client)
      } catch (fault) {
        await client.end()
        throw fault
      }
      return client
    },
    async close() {
      await pool.end()
      await onClose?.()
    },
  }
}

/** The code that PostgreSQL gave a failed query, wherever a library has wrapped it. */
function databaseCode(fault: unknown): string | undefined {
  for (let error = fault; error instanceof Error; error = error.cause) {
    const { code } = error as { code?: unknown }
    if (typeof code === 'string') return code
  }
  return undefined
}

/** Whether the database has no room left: a disk, a memory or a connection limit is used up (SQLSTATE class 53). */
export const isFull = (fault: unknown): boolean => databaseCode(fault)?.startsWith('53') === true

/** Whether an insert met a row that is already there (SQLSTATE 23505). */
export const isDuplicate = (fault: unknown): boolean => databaseCode(fault) === '23505'

/** Whether two transactions waited for each other, and this one was given up (SQLSTATE 40P01). */
export const isDeadlock = (fault: unknown): boolean => databaseCode(fault) === '40P01'

function asCannotRun(fault: unknown): unknown {
  if (fault instanceof CannotRun) return fault
  const code = databaseCode(fault)
  if (code === undefined || code.length === 5) return fault
  return new CannotRun(`The database does not answer (${code}). Is DATABASE_URL right?`)
}
