/** Works off what a room has to do, one batch after another: begin all, store what they wrote, finish all. */
import { setImmediate as turn } from 'node:timers/promises'
import {
  AccessChanged,
  type ClientBinding,
  ClientTaken,
  type DraftLog,
  type LogEntry,
} from '../domain/draft-log.ts'
import type { Peer } from './peer.ts'
import type { Timers } from './timers.ts'

/** Who wrote: a socket, or somebody who called otherwise. */
export type Author = Pick<Peer, 'accessChanges' | 'askAgain'>

/**
 * What a batch of tasks has written. `sender` is the socket that an entry came from, if it need not go
 * back there.
 */
export type Batch = {
  entries: (LogEntry & { sender: Peer | null; author?: Author })[]
  bindings: ClientBinding[]
  /** What other processes have stored and nobody here has been told. */
  heard: Uint8Array[]
  /** The work that it was so far, in updates of the most work that one may be. */
  effort: number
}

/**
 * Adds what one task wrote. The first entry is what the sender made; on it may follow what Yjs tidied
 * up after it in this copy, as it never does after one's own change, so the sender needs it too.
 */
export function collect(
  batch: Batch,
  { entries, bindings }: { entries: readonly LogEntry[]; bindings: readonly ClientBinding[] },
  sender: Peer | null,
  author: Author | null = sender,
): void {
  entries.forEach((entry, at) => {
    batch.entries.push({
      ...entry,
      sender: at === 0 ? sender : null,
      // As it is now: it may be another when the disk takes the entry.
      ...(author && { accessChanges: author.accessChanges, author }),
    })
  })
  batch.bindings.push(...bindings)
}

/**
 * `begin` may change the document and collects what that wrote; it runs again when that was refused and
 * the document is as before. `finish` runs once all of it is on the disk, or `drop` when it will not be.
 */
export type Task = {
  /** How many updates it holds; 1 when it does not say. */
  readonly size?: number
  begin?(batch: Batch): void | Promise<void>
  finish?(): void
  drop?(fault: unknown): void
}

export type Events = {
  /** The batch is on the disk; nobody has been told yet. */
  stored(batch: Batch, positions: readonly bigint[]): void
  /** The log refuses entries for this fault, or (null) takes them again. */
  paused(fault: unknown): void
  /** For how long no further batch is begun after one, in milliseconds: what comes meanwhile goes with the next. */
  spacing(): number
  /**
   * The authors' rights have changed since the batch was begun: they are asked again, the document
   * becomes what the log holds, and the same tasks begin anew, with this batch.
   */
  accessChanged(refused: Batch, anew: Batch): Promise<void>
  /** A task could not be begun, or a batch cannot be stored, and the document is unusable. */
  broken(fault: unknown): void
}

/** What was asked of a room was not done, since it ended before. */
export class RoomClosed extends Error {
  constructor() {
    super('the room is closed')
  }
}

const emptyBatch = (): Batch => ({ entries: [], bindings: [], heard: [], effort: 0 })

/** Updates and other tasks that go into one batch, as long as one task does not bring more by itself. */
const mostAtOnce = 500
/** After so much work a batch is stored as it is, a tenth of a second: who waits for it is told. */
const mostEffort = 0.5
/** The longest that one room works before others have their turn. */
const sliceMs = 50
const firstRetryMs = 100
const lastRetryMs = 2000

export class Pipeline {
  readonly #log: DraftLog
  readonly #timers: Timers
  readonly #events: Events
  #tasks: Task[] = []
  /** Resolves when the next batch may begin; null when it may at once. */
  #spaced: Promise<void> | null = null
  /** Set while tasks are worked off; ends in the very moment in which none is left. */
  #busy = false
  #working: Promise<void> = Promise.resolve()
  #paused = false
  /** What the log refuses from now on is not tried again. */
  #closing = false
  #closed = false

  constructor(log: DraftLog, timers: Timers, events: Events) {
    this.#log = log
    this.#timers = timers
    this.#events = events
  }

  add(task: Task): void {
    if (this.#closed) {
      task.drop?.(new RoomClosed())
      return
    }
    this.#tasks.push(task)
    if (!this.#busy) this.#working = this.#work()
  }

  get paused(): boolean {
    return this.#paused
  }

  /** Takes no more; resolves when what was there is stored, unless the log refuses it. */
  async close(): Promise<void> {
    this.#closing = true
    if (this.#paused) this.#closed = true
    await this.#working
    this.#closed = true
  }

  async #work() {
    this.#busy = true
    // What many send in one moment lies in their sockets, and is read before the next turn: it is one batch.
    await this.#timers.soon()
    try {
      while (this.#tasks.length > 0 && !this.#closed) {
        if (this.#spaced) await this.#spaced
        this.#tasks.splice(0, await this.#workOff(this.#nextTasks()))
        this.#space()
      }
    } catch (fault) {
      this.#closed = true
      this.#events.broken(fault)
    }
    this.#busy = false
    for (const task of this.#tasks.splice(0)) task.drop?.(new RoomClosed())
  }

  #space() {
    const ms = this.#events.spacing()
    if (ms < 1 || this.#spaced) return
    this.#spaced = new Promise((done) => {
      this.#timers.after(ms, () => {
        this.#spaced = null
        done()
      })
    })
  }

  #nextTasks(): Task[] {
    let size = 0
    const end = this.#tasks.findIndex((task, at) => {
      size += task.size ?? 1
      return size > mostAtOnce && at > 0
    })
    return this.#tasks.slice(0, end < 0 ? this.#tasks.length : end)
  }

  /**
   * Works off the first of these tasks, and as many of the others as one batch takes; tells how many.
   * None when the room was closed before the disk had taken what they wrote.
   */
  async #workOff(tasks: readonly Task[]): Promise<number> {
    let batch = emptyBatch()
    for (;;) {
      const begun = await this.#begin(tasks, batch)
      const positions = await this.#store(batch)
      if (positions === null) return 0
      if (positions !== 'access-changed') {
        this.#finish(tasks.slice(0, begun), batch, positions)
        return begun
      }
      const anew = emptyBatch()
      await this.#events.accessChanged(batch, anew)
      batch = anew
    }
  }

  /** Tells how many of the tasks were begun. */
  async #begin(tasks: readonly Task[], batch: Batch): Promise<number> {
    let start = performance.now()
    for (const [at, task] of tasks.entries()) {
      if (batch.effort > mostEffort) return at
      const beginning = task.begin?.(batch)
      if (beginning) await beginning
      if (performance.now() - start < sliceMs) continue
      await turn()
      start = performance.now()
    }
    return tasks.length
  }

  #finish(tasks: readonly Task[], batch: Batch, positions: readonly bigint[]) {
    if (positions.length + batch.heard.length > 0) this.#events.stored(batch, positions)
    for (const task of tasks) task.finish?.()
  }

  /** Tries until the log takes the batch; null when the room was closed meanwhile. */
  async #store({ entries, bindings }: Batch): Promise<readonly bigint[] | 'access-changed' | null> {
    if (entries.length + bindings.length === 0) return []
    for (let wait = firstRetryMs; !this.#closed; wait = Math.min(wait * 2, lastRetryMs)) {
      try {
        const positions = await this.#log.append(entries, bindings)
        this.#pause(null)
        return positions
      } catch (fault) {
        if (fault instanceof ClientTaken) throw fault
        if (fault instanceof AccessChanged) return 'access-changed'
        this.#pause(fault)
        this.#closed ||= this.#closing
        if (this.#closed) break
        await new Promise<void>((done) => this.#timers.after(wait, done))
      }
    }
    return null
  }

  #pause(fault: unknown) {
    if (this.#paused === (fault !== null)) return
    this.#paused = fault !== null
    this.#events.paused(fault)
  }
}
