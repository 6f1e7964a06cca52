/** The part of a permalink that is made from a symbol. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slugOf } from '#shared/statements.ts'

describe('[PUB1] the slug of a symbol', () => {
  test.each([
    ['KG-TJ/2026/3', 'kg-tj-2026-3'],
    ['Заявление № 7', 'zaiavlenie-7'],
    ['ЩИТ/Ё (объём)', 'shchit-e-obem'],
    ['Кайрылуу Өңүр-Үмүт', 'kairyluu-ongur-umut'],
    ['Ғ Ӣ Қ Ӯ Ҳ Ҷ', 'gh-i-q-u-h-j'],
    ['Е\u0308 И\u0306 У\u0304', 'e-i-u'],
    ['  --A..1--  ', 'a-1'],
    ['№ ( )', 'statement'],
    ['Ъ/Ь', 'statement'],
    ['', 'statement'],
    ['水', 'statement'],
    ['Ñandú 5', 'and-5'],
  ])('%s → %s', (symbol, slug) => {
    expect(slugOf(symbol)).toBe(slug)
  })

  test('every letter of the three Cyrillic alphabets is spoken, but for those that are not', () => {
    const silent = [...'абвгғдеёжзиӣйкқлмнңоөпрстуӯүфхҳцчҷшщъыьэюя'].filter(
      (letter) => slugOf(letter) === 'statement',
    )
    expect(silent).toEqual(['ъ', 'ь'])
  })

  test('case makes no difference', () => {
    expect(slugOf('ҶАМЪИЯТ/ӨҢ')).toBe(slugOf('ҷамъият/өң'))
  })

  test('is at most 60 signs, and does not end in a hyphen where it is cut', () => {
    expect(slugOf(`${'щ'.repeat(14)}абв/г`)).toBe(`${'shch'.repeat(14)}abv`)
    expect(slugOf('щ'.repeat(40))).toHaveLength(60)
  })

  test('can always stand in an address as it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'щҷ/- №a1Ñ') }),
        ),
        (symbol) => {
          expect(slugOf(symbol)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
          expect(slugOf(symbol).length).toBeLessThanOrEqual(60)
          expect(slugOf(slugOf(symbol))).toBe(slugOf(symbol))
        },
      ),
    )
  })
})
