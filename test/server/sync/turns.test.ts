/** Whose turn it is: who makes much work lets others go first, once, and nobody's own order changes. [DRAFT1] */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Task } from '#server/sync/pipeline.ts'
import { nextTurn } from '#server/sync/turns.ts'

const people = { a: {}, b: {}, c: {} } as const
type Named = Task & { name: string }

/** `a1` is light, `A1` is heavy, `-` is nobody's. */
const tasks = (...names: string[]): Named[] =>
  names.map((name) => {
    const from = people[name.charAt(0).toLowerCase() as keyof typeof people]
    return { name, ...(from && { from }), isHeavy: () => /^[A-Z]/.test(name) }
  })

const names = (turn: readonly Task[]) => turn.map((task) => (task as Named).name).join(' ')

describe('[DRAFT1] turns', () => {
  test.each([
    ['all that is light goes together', ['a1', 'b1', '-', 'c1'], false, 'a1 b1 - c1'],
    ['what came before a heavy one goes before it', ['a1', 'B1', 'c1'], false, 'a1'],
    ['what is light overtakes a heavy one', ['B1', 'a1', 'c1'], false, 'a1 c1'],
    ['only once', ['B1', 'a1', 'c1'], true, 'B1'],
    ['what the same member sent since stays behind', ['B1', 'b2', 'a1', 'b3'], false, 'a1'],
    ['what is nobody’s is not overtaken', ['B1', '-', 'a1'], false, 'B1'],
    ['a heavy one goes by itself', ['B1', 'C1', 'b2'], false, 'B1'],
  ] as const)('%s', (_, waiting, overtaken, turn) => {
    expect(names(nextTurn(tasks(...waiting), overtaken))).toBe(turn)
  })

  test('one batch takes at most 500 updates, and always one task', () => {
    const long = { size: 400, from: people.a }
    const [first, ...others] = [long, long, { size: 900, from: people.b }]
    expect(nextTurn([first, ...others] as Task[], false)).toHaveLength(1)
    expect(nextTurn([{ size: 900 }] as Task[], false)).toHaveLength(1)
  })

  test('whatever comes, all have their turn, each member in order, what is heavy by itself', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'A', 'B', 'C', '-')
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), (kinds) => {
        const turns = turnsOf(tasks(...kinds.map((kind, at) => `${kind}${at}`)))
        const done = turns.flat().map((task) => task.name)
        expect(done).toHaveLength(kinds.length)
        for (const turn of turns) {
          if (turn.some((task) => task.isHeavy?.())) expect(turn).toHaveLength(1)
        }
        for (const member of ['a', 'b', 'c']) {
          const own = done.filter((one) => one.charAt(0).toLowerCase() === member)
          expect(own).toEqual([...own].sort((x, y) => Number(x.slice(1)) - Number(y.slice(1))))
        }
      }),
    )
  })
})

function turnsOf(tasks: readonly Named[]): Named[][] {
  const turns: Named[][] = []
  let overtaken = false
  for (let waiting = tasks; waiting.length > 0; ) {
    const turn = nextTurn(waiting, overtaken) as Named[]
    overtaken = turn[0] !== waiting[0]
    turns.push(turn)
    waiting = waiting.filter((task) => !turn.includes(task))
    if (turn.length === 0) break
  }
  return turns
}
