/** Where processors are few, those who type go first: the program's other threads step back. */
import { existsSync, readdirSync } from 'node:fs'
import { constants, getPriority, setPriority } from 'node:os'

const lower = constants.priority.PRIORITY_BELOW_NORMAL

/**
 * Lowers the priority of the calling thread, or of another one of this program. Only Linux gives a thread
 * a priority of its own (setpriority(2), "C library/kernel differences"); elsewhere it would be the whole
 * program's. Whoever may not go before others may not come back either, so it only ever steps back.
 */
export function stepBack(thread = 0): void {
  if (process.platform === 'linux') setPriority(thread, Math.max(getPriority(thread), lower))
}

/**
 * Lowers the priority of all threads that the main one has by now. Four of them are V8's, and look for
 * garbage for a fifth of a second now and then: as equals they would leave the main thread a fifth of a
 * processor that they share. What they can do in the pauses between letters is enough.
 */
export function putMainThreadFirst(): void {
  for (const thread of otherThreads()) {
    try {
      stepBack(thread)
    } catch {
      // It has ended meanwhile.
    }
  }
}

const ownThreads = '/proc/self/task'

/** None where the system does not tell. */
const otherThreads = (): number[] =>
  process.platform === 'linux' && existsSync(ownThreads)
    ? readdirSync(ownThreads)
        .map(Number)
        .filter((thread) => thread !== process.pid)
    : []
