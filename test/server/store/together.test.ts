/** Questions of many at one moment: one for all, and none answered with what was read before it was asked. */
import { expect, test } from 'vitest'
import { together } from '#server/store/together.ts'

/** Questions that are answered when the test says so. */
function held() {
  const asked: (readonly number[])[] = []
  const answers: { give(): void; fail(): void }[] = []
  const find = together<number, number>((all) => {
    asked.push(all)
    return new Promise((done, failed) => {
      answers.push({
        give: () => done(all.map((one) => one * 10)),
        fail: () => failed(new Error('the database is gone')),
      })
    })
  })
  return { asked, answers, find }
}

const settled = (all: Promise<number>[]) => Promise.allSettled(all)

test('the first is asked at once, what comes meanwhile is the next question', async () => {
  const { asked, answers, find } = held()
  const first = find(1)
  const others = [find(2), find(3), find(2)]
  expect(asked).toEqual([[1]])
  answers[0]?.give()
  expect(await first).toBe(10)
  expect(asked).toEqual([[1], [2, 3, 2]])
  answers[1]?.give()
  expect(await Promise.all(others)).toEqual([20, 30, 20])
  void find(4)
  expect(asked).toHaveLength(3)
})

test('who asks after a question has gone is not answered by it', async () => {
  const { asked, answers, find } = held()
  void find(1)
  const later = find(1)
  answers[0]?.give()
  await Promise.resolve()
  await new Promise(setImmediate)
  expect(asked).toEqual([[1], [1]])
  answers[1]?.give()
  expect(await later).toBe(10)
})

test('a question that fails fails those who asked it, and nobody after', async () => {
  const { answers, find } = held()
  const [first, second] = [find(1), find(2)]
  answers[0]?.fail()
  expect((await settled([first]))[0]?.status).toBe('rejected')
  answers[1]?.give()
  expect(await second).toBe(20)
})
