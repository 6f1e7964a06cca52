/** The fuzzer in small, as part of every run of the tests, and that it finds what is planted. */
import { expect, test } from 'vitest'
import { longText } from './bombs.ts'
import { type FuzzOptions, fuzzRoom } from './fuzz-room.ts'

const small: FuzzOptions = { frames: 2000, seed: 7, checkEvery: 500 }

test('[REV1] [DRAFT1] [DRAFT2] hostile frames break nothing, and nobody is kept from typing', async () => {
  const figures = await fuzzRoom(small)
  expect(figures.violations).toEqual([])
  expect(figures.frames).toBe(small.frames)
  expect(figures.taken).toBeGreaterThan(50)
  expect(figures.expelled).toBeGreaterThan(100)
}, 30_000)

test('[REV1] what was put past the gate for a reader is found', async () => {
  const figures = await fuzzRoom({ ...small, plant: () => longText(1) })
  expect(figures.violations.map(({ rule }) => rule)).toContain(
    '[REV1] readers have written nothing',
  )
}, 30_000)
