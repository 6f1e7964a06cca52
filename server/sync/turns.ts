/** Whose turn it is in a room: in the order in which it came, but who makes much work lets others go first. */
import type { Task } from './pipeline.ts'

/** Updates and other tasks that go into one batch, as long as one task does not bring more by itself. */
const mostAtOnce = 500

/**
 * The tasks that are worked off together next, of those that wait. What may be much work goes by itself;
 * once (until `overtaken`) all that is light goes before it. What is of one member stays in its order, and
 * what is of nobody waits for all before it.
 */
export function nextTurn(tasks: readonly Task[], overtaken: boolean): readonly Task[] {
  const heavy = tasks.findIndex((task) => task.isHeavy?.())
  if (heavy < 0) return atOnce(tasks)
  if (heavy > 0) return atOnce(tasks.slice(0, heavy))
  const light = overtaken ? [] : lightOnes(tasks)
  return light.length > 0 ? atOnce(light) : tasks.slice(0, 1)
}

function lightOnes(tasks: readonly Task[]): Task[] {
  const waiting = new Set<object>()
  const light: Task[] = []
  for (const task of tasks) {
    if (!task.from) break
    if (task.isHeavy?.()) waiting.add(task.from)
    else if (!waiting.has(task.from)) light.push(task)
  }
  return light
}

function atOnce(tasks: readonly Task[]): readonly Task[] {
  let size = 0
  const end = tasks.findIndex((task, at) => {
    size += task.size ?? 1
    return size > mostAtOnce && at > 0
  })
  return tasks.slice(0, end < 0 ? tasks.length : end)
}
