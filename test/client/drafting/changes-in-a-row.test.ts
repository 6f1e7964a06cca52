/** A change that is followed at once by another, as when a text is mended: Yjs tells of the first what the second added. */
import { expect, test } from 'vitest'
import { recordTraffic } from '../../fuzz/traffic.ts'
import { seeded } from '../../support/random.ts'

test.each([4, 33])('[DRAFT1] it is shown once, and no editor breaks (seed %i)', (seed) => {
  expect(recordTraffic(60, seeded(seed)).length).toBeGreaterThan(60)
})
