/** The built program as its users start it: a process of its own, with its embedded database. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPostmaster } from '#server/store/postmaster.ts'

export class Program {
  readonly port: number
  readonly dataDir: string
  /** The founding link that it printed at its first start. */
  claimLink = ''
  #process: ChildProcess | null = null

  private constructor(port: number, dataDir: string) {
    this.port = port
    this.dataDir = dataDir
  }

  /** Starts on a free port and in a new data folder. `npx vite build --app` must have run. */
  static async start(): Promise<Program> {
    const dataDir = await mkdtemp(join(tmpdir(), 'undersigned-'))
    const program = new Program(await freePort(), dataDir)
    await program.start()
    return program
  }

  get origin(): string {
    return `http://localhost:${this.port}`
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['dist/server/main.js'], {
      env: {
        PATH: process.env.PATH,
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        LOG_LEVEL: 'error',
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

  /** Stops the program and removes its data. */
  async remove(): Promise<void> {
    if (this.#process?.exitCode === null && this.#process.signalCode !== null) await this.start()
    await this.#end('SIGTERM')
    await rm(this.dataDir, { recursive: true, force: true })
  }

  async #end(signal: NodeJS.Signals) {
    const child = this.#process
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.removeAllListeners('exit')
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
