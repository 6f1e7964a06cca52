/** Alphabetical order in the four languages. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collation } from '#shared/language/alphabets.ts'
import { type Language, languages } from '#shared/language/languages.ts'

const sorted = (language: Language, names: readonly string[]) =>
  [...names].sort(collation(language))

/** The alphabets as schools teach them. */
const taught: [Language, string][] = [
  ['en', 'abcdefghijklmnopqrstuvwxyz'],
  ['ky', 'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя'],
  ['ru', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'],
  ['tg', 'абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя'],
]

describe.each(taught)('[SIGN10] in %s', (language, alphabet) => {
  test('names stand in the order of the alphabet', () => {
    const names = [...alphabet].map((letter) => `${letter.toUpperCase()}а`)
    expect(sorted(language, [...names].reverse())).toEqual(names)
  })

  test('the alphabet decides at every letter of a name, not only at the first', () => {
    const names = [...alphabet].map((letter) => `Са${letter}б`)
    expect(sorted(language, [...names].reverse())).toEqual(names)
  })

  test('case decides nothing but between names that are otherwise the same', () => {
    const [first = '', second = ''] = alphabet
    expect(sorted(language, [`${second}а`, `${first.toUpperCase()}б`])).toEqual([
      `${first.toUpperCase()}б`,
      `${second}а`,
    ])
  })
})

test.each<[what: string, language: Language, inOrder: string[]]>([
  [
    'Kyrgyz ң, ө and ү come behind н, о and у',
    'ky',
    ['Намыс', 'Нур', 'Ңур', 'Оазис', 'Ош', 'Өмүр', 'Пикир', 'Ума', 'Үмүт', 'Форум'],
  ],
  [
    'Tajik ғ, ӣ, қ, ӯ, ҳ and ҷ come behind г, и, к, у, х and ч',
    'tg',
    [
      'Гулистон',
      'Ғайрат',
      'Дӯстӣ',
      'Истиқлол',
      'Кӯҳистон',
      'Қадам',
      'Умед',
      'Ӯлмас',
      'Хуҷанд',
      'Ҳамсоя',
      'Чашма',
      'Ҷавонон',
      'Шарқ',
    ],
  ],
  ['a shorter name comes before one that goes on', 'ky', ['Суу', 'Суу жана жер', 'Суулар']],
  ['quotation marks and brackets are passed over', 'ky', ['«Айыл»', 'Баткен', '“Жер”', '(Суу)']],
  ['quotation marks and brackets are passed over', 'tg', ['Об', '«Роҳ»', 'Сабз']],
  ['ё sorts with е, as in Russian dictionaries', 'ru', ['Ёлка', 'Ель', 'Жук']],
  ['figures come before letters, Cyrillic before Latin', 'ky', ['1 май', 'Ынтымак', 'Youth']],
  ['figures come before letters, Cyrillic before Latin', 'tg', ['1 май', 'Якҷоя', 'Youth']],
  ['figures come before letters, Cyrillic before Latin', 'ru', ['1 мая', 'Ясень', 'Youth']],
])('[SIGN10] %s (%s)', (_, language, inOrder) => {
  expect(sorted(language, [...inOrder].reverse())).toEqual(inOrder)
})

test.each(['ky', 'tg'] as const)(
  '[SIGN10] letters typed as two signs sort as the one they are (%s)',
  (language) => {
    expect(collation(language)('и\u0304д', 'ӣд')).toBe(0)
  },
)

test('[SIGN10] the order is one order: every two names compare the same both ways, and along every chain', () => {
  const letters = fc.constantFrom(..."аеёиӣйкқнңоөуӯүхҳчҷщыьяAbz19 -«»'")
  const name = fc.string({ unit: letters, maxLength: 4 })
  fc.assert(
    fc.property(fc.constantFrom(...languages), name, name, name, (language, a, b, c) => {
      const compare = collation(language)
      expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0)
      expect(Math.sign(compare(a, a))).toBe(0)
      if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
    }),
    { numRuns: 2000 },
  )
})
