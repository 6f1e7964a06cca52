/** Has logs of drafts compacted, one after another, in a thread of its own. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type pg from 'pg'
import type { CompactionAnswer, CompactionTask } from './compaction-worker.ts'

export class Compactor {
  readonly #worker: URL
  readonly #connection: pg.PoolConfig
  #thread: Worker | null = null
  #last: Promise<unknown> = Promise.resolve()
  #closed = false

  /** `worker` is the address of the built `compaction-worker`. */
  constructor(worker: URL, connection: pg.PoolConfig) {
    this.#worker = worker
    this.#connection = connection
  }

  /** Takes a snapshot of a draft; resolves with its length in bytes, or null when there was nothing to do. */
  snapshot(statement: string): Promise<number | null> {
    return this.#do({ snapshot: statement })
  }

  /** Ends the history of every draft at this moment. [SAFE8] */
  async dropHistory(before: Date): Promise<void> {
    await this.#do({ historyBefore: before })
  }

  /** Resolves when what was under way is done. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#last
    await this.#thread?.terminate()
  }

  #do(task: CompactionTask): Promise<number | null> {
    const done = this.#last.then(() => (this.#closed ? null : this.#ask(task)))
    this.#last = done.catch(() => undefined)
    return done
  }

  async #ask(task: CompactionTask): Promise<number | null> {
    this.#thread ??= this.#start()
    const thread = this.#thread
    thread.postMessage(task)
    const [answer] = (await once(thread, 'message')) as [CompactionAnswer]
    if ('fault' in answer) throw answer.fault
    return answer.bytes
  }

  #start(): Worker {
    const thread = new Worker(this.#worker, { workerData: this.#connection })
    thread.unref()
    const forget = () => {
      if (this.#thread === thread) this.#thread = null
    }
    thread.once('error', forget)
    thread.once('exit', forget)
    return thread
  }
}
