/** How much work people have been to a room of late, each counted however often they come back. */
import type { Taken } from './taken.ts'

/** How long work is counted, in milliseconds; then all begins anew. */
const whileMs = 10_000

// In updates of the most work that one may be, which is a fifth of a second.

/** More than this is no typing. */
const mostOfOne = 3
/** All together may not be more, or whoever types waits: then those rest who had more than a small part in it. */
const mostOfAll = 5
const smallPart = 0.5
/** A letter in a text of twenty thousand pieces; however many letters come, they are not too much. */
const letterEffort = 0.0001

export class Workload {
  #byPerson = new Map<string, number>()
  #ofAll = 0
  #since = 0

  add(person: string, { effort, count }: Taken): void {
    const more = Math.max(0, effort - count * letterEffort)
    if (more === 0) return
    this.#forget()
    this.#byPerson.set(person, (this.#byPerson.get(person) ?? 0) + more)
    this.#ofAll += more
  }

  /** For how many milliseconds nothing more is taken of a person; 0 when there is no reason to wait. */
  restOf(person: string): number {
    this.#forget()
    const own = this.#byPerson.get(person) ?? 0
    const most = this.#ofAll > mostOfAll ? smallPart : mostOfOne
    return own > most ? this.#since + whileMs - performance.now() : 0
  }

  #forget() {
    const now = performance.now()
    if (now - this.#since < whileMs) return
    this.#since = now
    this.#byPerson.clear()
    this.#ofAll = 0
  }
}
