/** Time that one turns by hand, for rooms that wait. */
import { systemTimers, type Timers } from '#server/sync/timers.ts'

export class HandTimers implements Timers {
  #due: { at: number; act: () => void }[] = []
  #now = 0

  after(ms: number, act: () => void): () => void {
    const due = { at: this.#now + ms, act }
    this.#due.push(due)
    return () => {
      this.#due = this.#due.filter((one) => one !== due)
    }
  }

  soon = systemTimers.soon

  /** Lets pass so many milliseconds, and what follows from what was due. */
  async pass(ms: number): Promise<void> {
    this.#now += ms
    const due = this.#due.filter(({ at }) => at <= this.#now)
    this.#due = this.#due.filter((one) => !due.includes(one))
    for (const { act } of due) act()
    await quiet()
  }
}

/** Everything that waits for no time has happened. */
export const quiet = () => new Promise<void>((done) => setImmediate(done))
