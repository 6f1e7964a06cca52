/** A clock that stands still until it is turned by hand. */
import type { Clock } from '#server/clock.ts'

export type TestClock = Clock & {
  turn(by: { days?: number; hours?: number; minutes?: number }): void
}

export function testClock(start = '2026-11-14T06:00:00Z'): TestClock {
  let now = new Date(start).getTime()
  return {
    now: () => new Date(now),
    turn: ({ days = 0, hours = 0, minutes = 0 }) => {
      now += ((days * 24 + hours) * 60 + minutes) * 60_000
    },
  }
}
