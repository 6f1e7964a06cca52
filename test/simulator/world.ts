/** The world of one scenario: its time, its chance, what is to happen, and what has gone wrong. */
import type { Timers } from '#server/sync/timers.ts'
import { Random } from './random.ts'

/** Far more than any scenario has. */
const mostEvents = 200_000

type Due = { at: number; act: () => void }

export class World implements Timers {
  readonly random: Random
  /** Milliseconds since the scenario began. */
  now = 0
  events = 0
  /** The first thing that went wrong; nothing happens after it. */
  violation: string | null = null
  readonly trace: string[] | null
  /** In the order in which it is to happen, the last first. */
  readonly #due: Due[] = []

  /** With `traced`, every note is kept. */
  constructor(seed: number, traced: boolean) {
    this.random = new Random(seed)
    this.trace = traced ? [] : null
  }

  after(ms: number, act: () => void): () => void {
    const due = { at: this.now + ms, act }
    let place = this.#due.length
    while (place > 0 && (this.#due[place - 1] as Due).at <= due.at) place--
    this.#due.splice(place, 0, due)
    return () => {
      const at = this.#due.indexOf(due)
      if (at >= 0) this.#due.splice(at, 1)
    }
  }

  soon(): Promise<void> {
    return this.pass(0)
  }

  /** Resolves after so many milliseconds of this world. */
  pass(ms: number): Promise<void> {
    return new Promise((done) => this.after(ms, done))
  }

  note(what: () => string): void {
    this.trace?.push(`${String(this.now).padStart(7)}  ${what()}`)
  }

  violate(what: string): void {
    if (this.violation !== null) return
    this.violation = what
    this.note(() => `VIOLATION: ${what}`)
  }

  /** Lets everything happen that is due up to a moment, and all that follows from it until then. */
  async run(until: number): Promise<void> {
    await settled()
    while (this.violation === null) {
      const due = this.#due.at(-1)
      if (!due || due.at > until) break
      this.#due.pop()
      this.now = due.at
      if (++this.events > mostEvents) this.violate('the world does not come to rest')
      due.act()
      await settled()
    }
    this.now = Math.max(this.now, until)
  }
}

/** Every promise that can go on has gone on before an immediate runs. */
const settled = () => new Promise<void>((done) => setImmediate(done))
