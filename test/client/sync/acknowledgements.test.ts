/** What counts as saved is what the server has told, and never more. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Acknowledgements } from '#client/sync/acknowledgements.ts'

describe('[DRAFT2] acknowledgements', () => {
  test('a change is unsaved until the fence that was asked after it is answered', () => {
    const counts = new Acknowledgements()
    expect(counts.unsaved).toBe(false)
    expect(counts.fence).toBeNull()
    counts.changed()
    expect(counts.fence).toBe(1)
    counts.sent()
    counts.changed()
    expect(counts.fence).toBeNull()
    counts.saved(1)
    expect(counts.unsaved).toBe(true)
    expect(counts.fence).toBe(2)
    counts.sent()
    counts.saved(2)
    expect(counts.unsaved).toBe(false)
  })

  test('a question that was lost with its connection is asked again', () => {
    const counts = new Acknowledgements()
    counts.changed()
    counts.sent()
    counts.lost()
    expect(counts.fence).toBe(1)
  })

  test('no order of events makes a change saved that the server has not answered for', () => {
    const event = fc.oneof(
      fc.constantFrom('changed', 'sent', 'lost'),
      fc.record({ saved: fc.nat({ max: 20 }) }),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const counts = new Acknowledgements()
        let [changes, answered] = [0, 0]
        for (const one of events) {
          if (typeof one !== 'string') {
            answered = Math.max(answered, Math.min(one.saved, changes))
            counts.saved(one.saved)
          } else {
            counts[one as 'changed' | 'sent' | 'lost']()
            if (one === 'changed') changes++
          }
          expect(counts.unsaved).toBe(changes > answered)
        }
      }),
    )
  })
})
