/** Where a key leads within a row of tools. */
import { expect, test } from 'vitest'
import { placeAfter } from '#client/ui/Toolbar.tsx'

const free = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 2, 0],
  ['ArrowLeft', 0, 2],
  ['ArrowLeft', 2, 1],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['ArrowDown', 1, null],
  ['a', 1, null],
])('%s leads from %i of three to %o', (key, from, to) => {
  expect(placeAfter({ ...free, key }, from, 3)).toBe(to)
})

test('with a key held that means something else, an arrow leads nowhere', () => {
  for (const held of Object.keys(free)) {
    expect(placeAfter({ ...free, [held]: true, key: 'ArrowRight' }, 0, 3)).toBeNull()
  }
})
