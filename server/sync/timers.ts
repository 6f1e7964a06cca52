/** Waiting, as a value one can pass in, so that a simulation turns the time itself. */
export type Timers = {
  /** Runs `act` once, after so many milliseconds; what it returns calls that off. */
  after(ms: number, act: () => void): () => void
}

export const systemTimers: Timers = {
  after(ms, act) {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
}
