/** When a snapshot is worth its work. */
import { expect, test } from 'vitest'
import { Tail } from '#server/sync/tail.ts'

const kilobyte = 1024

function counted(...lengths: (number | null)[]) {
  let taken = 0
  const take = async () => lengths[taken++] ?? null
  return { take, taken: () => taken }
}

test('a short tail is left alone', async () => {
  const tail = new Tail()
  const { take, taken } = counted(1)
  tail.grow(64 * kilobyte)
  await tail.shorten('open', take)
  expect(taken()).toBe(0)
})

test('the next one comes when a quarter of what the last one holds has been written', async () => {
  const tail = new Tail()
  const { take, taken } = counted(400 * kilobyte, 500 * kilobyte)
  tail.grow(65 * kilobyte)
  await tail.shorten('open', take)
  tail.grow(99 * kilobyte)
  await tail.shorten('open', take)
  expect(taken()).toBe(1)
  tail.grow(2 * kilobyte)
  await tail.shorten('open', take)
  expect(taken()).toBe(2)
})

test('while one is being taken, no other is; what is written meanwhile counts for the next', async () => {
  const tail = new Tail()
  let finish: (bytes: number) => void = () => undefined
  tail.restart(0, 70 * kilobyte)
  const first = tail.shorten('open', () => new Promise<number>((done) => (finish = done)))
  const { take, taken } = counted(1)
  tail.grow(70 * kilobyte)
  await tail.shorten('open', take)
  expect(taken()).toBe(0)
  finish(10)
  await first
  await tail.shorten('open', take)
  expect(taken()).toBe(1)
})

test('after a failure it is tried again when as much has come anew', async () => {
  const tail = new Tail()
  tail.restart(0, 70 * kilobyte)
  const failing = () => Promise.reject(new Error('the disk is full'))
  await expect(tail.shorten('open', failing)).rejects.toThrow('full')
  const { take, taken } = counted(1)
  await tail.shorten('open', take)
  expect(taken()).toBe(0)
  tail.grow(70 * kilobyte)
  await tail.shorten('open', take)
  expect(taken()).toBe(1)
})

test('when all have left, a much shorter one is worth it', async () => {
  const tail = new Tail()
  tail.restart(400 * kilobyte, 6 * kilobyte)
  const { take, taken } = counted(1)
  await tail.shorten('closed', take)
  expect(taken()).toBe(0)
  tail.grow(kilobyte)
  await tail.shorten('open', take)
  expect(taken()).toBe(0)
  await tail.shorten('closed', take)
  expect(taken()).toBe(1)
})
