/** When a client that asks what it lacks is answered: at once a few times, then at most every second, and on its last question only. */
import type { Member } from './member.ts'
import type { Timers } from './timers.ts'

const mostAtOnce = 3
const waitMs = 1000

/** Each answer may cost a look at the whole text. `answer` finds the question in `member.asking`. */
export function ask(
  member: Member,
  stateVector: Uint8Array,
  timers: Timers,
  answer: () => void,
): void {
  const isWaiting = member.asking !== null
  member.asking = stateVector
  if (isWaiting) return
  if (++member.asked <= mostAtOnce) answer()
  else {
    member.asked = 0
    timers.after(waitMs, answer)
  }
}
