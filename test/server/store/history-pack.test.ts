/** What goes into a pack of history comes out again. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packHistory, unpackHistory } from '#server/store/history-pack.ts'

const entry = fc.record({
  step: fc.integer({ min: 1, max: 2 ** 31 }),
  person: fc.option(fc.uuid()),
  at: fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 300 }),
})

test('[DRAFT8] any entries come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 60 }), (given) => {
      let position = 0n
      const entries = given.map(({ step, ...rest }) => {
        position += BigInt(step)
        return { position, ...rest }
      })
      expect(unpackHistory(packHistory(entries))).toEqual(entries)
    }),
  )
})

test('what is no pack is refused', () => {
  expect(() => unpackHistory(Buffer.of(2, 3, 4))).toThrow()
  expect(() => unpackHistory(Buffer.of(1, 255, 255, 255))).toThrow()
})
