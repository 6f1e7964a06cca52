/** Waiting, as a value one can pass in, so that a simulation turns the time itself. */
import { setImmediate as turn } from 'node:timers/promises'

export type Timers = {
  /** Runs `act` once, after so many milliseconds; what it returns calls that off. */
  after(ms: number, act: () => void): () => void
  /** Resolves when all that has come in by now was read. */
  soon(): Promise<void>
}

export const systemTimers: Timers = {
  after(ms, act) {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
  soon: () => turn(),
}
