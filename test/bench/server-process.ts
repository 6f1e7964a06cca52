/** A server that is measured: a process of its own, on a core of its own where that can be had. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { cpus } from 'node:os'
import { treeOf, type Usage, usageOf } from './processes.ts'

export type Command = {
  /** What node is given. */
  args: string[]
  env: Record<string, string>
  /** What the server prints once it takes connections. */
  ready: RegExp
}

export type Start = {
  dataDir: string
  /** The folder for a CPU profile; it is written when the server stops of itself. */
  profile?: string | undefined
}

/** How long a server may take to stop when it is asked to. */
const stopMs = 20_000
const canPin = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0

/** Leaves the first core to the servers. */
export function pinThisProcess(): void {
  if (canPin) spawnSync('taskset', ['-a', '-cp', String(cpus().length - 1), String(process.pid)])
}

export class ServerProcess {
  readonly port: number
  readonly dataDir: string
  readonly #child: ChildProcess
  readonly #ended: Promise<unknown>
  #said = ''

  private constructor(port: number, command: Command, { dataDir, profile }: Start) {
    this.port = port
    this.dataDir = dataDir
    const profiling = profile ? ['--cpu-prof', '--cpu-prof-dir', profile] : []
    const [program = '', ...args] = [
      ...(canPin ? ['taskset', '-c', '0'] : []),
      ...[process.execPath, ...profiling, ...command.args],
    ]
    this.#child = spawn(program, args, {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        PORT: String(port),
        DATA_DIR: dataDir,
        ...command.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#ended = once(this.#child, 'exit')
    // It does not outlive this process, also when nobody reads on what that prints.
    const endToo = () => void this.#child.kill('SIGTERM')
    process.once('exit', endToo)
    void this.#ended.then(() => process.off('exit', endToo))
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (bytes) => {
        this.#said += bytes
      })
    }
  }

  static async start(command: Command, start: Start): Promise<ServerProcess> {
    const server = new ServerProcess(await freePort(), command, start)
    await server.hears(command.ready)
    return server
  }

  /** Resolves with what the server printed, once that matches. */
  async hears(pattern: RegExp): Promise<string> {
    let found = this.#said.match(pattern)
    while (!found) {
      if (this.#hasEnded) throw new Error(`the server ended:\n${this.#said}`)
      await Promise.race([once(this.#child.stdout as NodeJS.ReadableStream, 'data'), this.#ended])
      found = this.#said.match(pattern)
    }
    return found[0]
  }

  usage(): Usage {
    return usageOf(this.#child.pid as number)
  }

  /** Asks it to stop, so that it writes what it has not written yet; ends it when it does not. */
  async stop(): Promise<void> {
    if (this.#hasEnded) return
    const tree = treeOf(this.#child.pid as number)
    this.#child.kill('SIGTERM')
    const giveUp = setTimeout(() => tree.forEach(end), stopMs)
    await this.#ended
    clearTimeout(giveUp)
  }

  get #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }
}

function end(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
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
