/** Which addresses a link may lead to. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeAddress } from '#shared/text/links.ts'

test.each([
  ['https://example.org', 'https://example.org/'],
  ['  http://example.org/a?b=1#c  ', 'http://example.org/a?b=1#c'],
  ['HTTPS://EXAMPLE.ORG/A', 'https://example.org/A'],
  ['https://example.org/вода', 'https://example.org/%D0%B2%D0%BE%D0%B4%D0%B0'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
  ['tel:+996312000000', 'tel:+996312000000'],
])('%j may be followed, as %s', (address, href) => {
  expect(safeAddress(address)).toBe(href)
})

test.each([
  'javascript:alert(1)',
  ' \tJaVa\nScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'blob:https://example.org/1',
  'file:///etc/passwd',
  'ftp://example.org/',
  'ws://example.org/',
  '//example.org',
  '/p/1',
  'example.org',
  '',
  'https://',
  null,
  undefined,
  7,
  { toString: () => 'https://example.org' },
])('%j may not', (address) => {
  expect(safeAddress(address)).toBeNull()
})

test('an address of more than 2,000 characters may not, nor one that becomes so long when written out', () => {
  expect(safeAddress(`https://example.org/${'a'.repeat(1980)}`)).toHaveLength(2000)
  expect(safeAddress(`https://example.org/${'a'.repeat(1981)}`)).toBeNull()
  expect(safeAddress(`https://example.org/${'я'.repeat(400)}`)).toBeNull()
})

test('[REL2] an address that was cleaned once stays as it is, so that a pasted link is not lost when frozen', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string({ unit: 'binary' }).map((path) => `https://example.org/${path}`),
        fc.string().map((rest) => `mailto:${rest}`),
      ),
      (address) => {
        const once = safeAddress(address)
        if (once !== null) expect(safeAddress(once)).toBe(once)
      },
    ),
    { numRuns: 1000 },
  )
})
