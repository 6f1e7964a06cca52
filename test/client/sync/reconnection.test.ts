/** How long a lost connection waits before it is tried again. */
import { describe, expect, test } from 'vitest'
import { waitBefore } from '#client/sync/reconnection.ts'

const chances = [0, 0.25, 0.5, 0.75, 0.999]

describe('[DRAFT3] after a restart of the server', () => {
  test('the first attempts of many spread over a second', () => {
    expect(chances.map((chance) => waitBefore(0, chance))).toEqual([100, 350, 600, 850, 1099])
  })

  test('later ones spread wider, and nobody waits for more than about ten seconds', () => {
    for (let failed = 1; failed < 100; failed++) {
      expect(waitBefore(failed, 0.5)).toBeGreaterThanOrEqual(waitBefore(failed - 1, 0.5))
      expect(waitBefore(failed, 0.999)).toBeLessThanOrEqual(10_100)
    }
  })
})
