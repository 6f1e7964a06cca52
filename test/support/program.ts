/** The built program as its users start it: a process of its own, with its embedded database. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPostmaster } from '#server/store/postmaster.ts'

export type ProgramSettings = {
  /** A database that others may use too; without it the program brings its own. */
  databaseUrl?: string
  /** An empty folder for its data; without it a new one. */
  dataDir?: string
  /** A module that is loaded before the program. */
  preload?: string
}

export class Program {
  readonly port: number
  readonly dataDir: string
  /** The founding link that it printed at its first start. */
  claimLink = ''
  readonly #settings: ProgramSettings
  #process: ChildProcess | null = null

  private constructor(port: number, dataDir: string, settings: ProgramSettings) {
    this.port = port
    this.dataDir = dataDir
    this.#settings = settings
  }

  /** Starts on a free port and in a new data folder. `npx vite build --app` must have run. */
  static async start(settings: ProgramSettings = {}): Promise<Program> {
    const dataDir = settings.dataDir ?? (await mkdtemp(join(tmpdir(), 'undersigned-')))
    const program = new Program(await freePort(), dataDir, settings)
    await program.start()
    return program
  }

  get origin(): string {
    return `http://localhost:${this.port}`
  }

  /** Starts it again where it was. `environment` is for the module that is loaded before it. */
  async start(environment: Record<string, string> = {}): Promise<void> {
    const { databaseUrl, preload } = this.#settings
    const first = preload ? ['--import', preload] : []
    const child = spawn(process.execPath, [...first, 'dist/server/main.js'], {
      env: {
        ...environment,
        PATH: process.env.PATH,
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        LOG_LEVEL: 'error',
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#process = child
    let said = ''
    const running = new Promise<void>((done, failed) => {
      const hear = (bytes: Buffer) => {
        said += bytes
        this.claimLink ||= said.match(/\S+\/start#\S+/)?.[0] ?? ''
        if (/runs at http\S+\s/.test(said)) done()
      }
      child.stdout?.on('data', hear)
      child.stderr?.on('data', hear)
      child.once('exit', () => failed(new Error(`the program ended:\n${said}`)))
    })
    await running
    // The link is printed right after the address.
    if (!this.claimLink) await fetch(`${this.origin}/health`)
  }

  /** How much of the processor the program has used so far, in milliseconds; Linux only. */
  async work(): Promise<number> {
    const stat = await readFile(`/proc/${this.#process?.pid}/stat`, 'utf8')
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(')'))
      .split(' ')
      .slice(12, 14)
      .map(Number)
    return (user + system) * 10
  }

  /** As when the power goes, for the program: nothing is flushed, nobody is told. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** The same for its database server, if that runs just now. */
  async killDatabase(): Promise<void> {
    const postmaster = await readPostmaster(join(this.dataDir, 'postgres'))
    if (postmaster) process.kill(postmaster.pid, 'SIGKILL')
  }

  /** Sends a signal to the program, for the module that was loaded before it. */
  signal(signal: NodeJS.Signals): void {
    this.#process?.kill(signal)
  }

  /** Resolves when the program has ended, for whatever reason. */
  async ended(): Promise<void> {
    const child = this.#process
    if (child && isRunning(child)) await once(child, 'exit')
  }

  /** Stops the program and removes its data. */
  async remove(): Promise<void> {
    const wasKilled = this.#process?.signalCode != null
    if (wasKilled && !this.#settings.databaseUrl) await this.start()
    await this.#end('SIGTERM')
    await rm(this.dataDir, { recursive: true, force: true })
  }

  async #end(signal: NodeJS.Signals) {
    const child = this.#process
    if (!child || !isRunning(child)) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
}

const isRunning = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode === null && signalCode === null

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
