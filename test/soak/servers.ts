/** The processes that are killed: one with its own database, or several on one that this script runs. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { transformWithOxc } from 'vite'
import { startEmbeddedPostgres } from '#server/store/embedded-postgres.ts'
import { readPostmaster } from '#server/store/postmaster.ts'
import { Program } from '../support/program.ts'
import { pick, type Random, upTo } from '../support/random.ts'

/** The moments around a commit, in their order; `outside`: whenever the signal comes. */
export const moments = [
  ...['before-sending', 'sent', 'answered', 'before-relaying', 'relayed'],
  ...['before-acknowledging', 'acknowledged', 'outside'],
] as const

/** How often a moment passes at most before it is the one. */
const mostPasses = 6
/** How long a program may take to its moment before it is killed from outside, in milliseconds. */
const patienceMs = 1200

export class Servers {
  readonly programs: readonly Program[]
  /** How often a program was ended at each moment. */
  readonly ends = new Map<string, number>(moments.map((moment) => [moment, 0]))
  readonly #random: Random
  readonly #points = new Map<Program, string>()
  readonly #folder: string
  readonly #database: Awaited<ReturnType<typeof startDatabase>> | null

  private constructor(
    programs: readonly Program[],
    random: Random,
    folder: string,
    database: Awaited<ReturnType<typeof startDatabase>> | null,
  ) {
    this.programs = programs
    this.#random = random
    this.#folder = folder
    this.#database = database
  }

  static async start(processes: number, random: Random): Promise<Servers> {
    const folder = await mkdtemp(join(tmpdir(), 'undersigned-soak-'))
    const preload = await failPointIn(folder)
    const database = processes > 1 ? await startDatabase(folder) : null
    const programs: Program[] = []
    while (programs.length < processes) {
      const own = database ? { databaseUrl: database.url } : {}
      programs.push(await Program.start({ preload, ...own }))
    }
    return new Servers(programs, random, folder, database)
  }

  /** The one that was started last: its founding link is the one that works. */
  get newest(): Program {
    return this.programs.at(-1) as Program
  }

  any(): Program {
    return pick(this.#random, this.programs)
  }

  /** From now on the program ends at its moment; one that has none is killed from outside after `ms`. */
  async end(program: Program, ms: number): Promise<void> {
    program.signal('SIGUSR2')
    const isOutside = (this.#points.get(program) ?? 'outside') === 'outside'
    const late = setTimeout(
      () => {
        this.#points.set(program, 'outside')
        void program.kill()
      },
      isOutside ? ms : patienceMs,
    )
    await program.ended()
    clearTimeout(late)
    const moment = this.#points.get(program) ?? 'outside'
    this.ends.set(moment, (this.ends.get(moment) ?? 0) + 1)
  }

  /** Starts a program again, with the moment at which it is to end next. */
  async revive(program: Program): Promise<void> {
    const point = pick(this.#random, moments)
    this.#points.set(program, point)
    await program.start({ FAIL_POINT: point, FAIL_AT: String(upTo(this.#random, mostPasses)) })
  }

  /** Kills the database server, which is started again by whoever runs it. */
  async killDatabase(program: Program): Promise<void> {
    if (!this.#database) return program.killDatabase()
    const postmaster = await readPostmaster(join(this.#folder, 'postgres'))
    if (postmaster) process.kill(postmaster.pid, 'SIGKILL')
  }

  /** What the shared database is at, for somebody who looks why nothing goes on. */
  async activity(): Promise<object[]> {
    if (!this.#database) return []
    const client = new pg.Client({ connectionString: this.#database.url })
    await client.connect()
    const { rows } = await client.query(
      `select pid, state, wait_event_type || ':' || wait_event as waits, pg_blocking_pids(pid) as for,
         now() - query_start as since, query
       from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    await client.end()
    return rows
  }

  async remove(): Promise<void> {
    for (const program of this.programs) await program.remove()
    await this.#database?.stop()
    await rm(this.#folder, { recursive: true, force: true })
  }
}

/** The module that Node loads before the program, as JavaScript. */
async function failPointIn(folder: string): Promise<string> {
  const source = join(import.meta.dirname, 'fail-point.ts')
  const { code } = await transformWithOxc(await readFile(source, 'utf8'), source)
  const file = join(folder, 'fail-point.mjs')
  await writeFile(file, code)
  return file
}

async function startDatabase(folder: string) {
  const { connection, stop } = await startEmbeddedPostgres(folder)
  const { host, user, password, database } = connection
  const url = `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(String(host))}`
  return { url, stop }
}
