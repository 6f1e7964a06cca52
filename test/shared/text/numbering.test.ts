/** The numbers of clauses and list items, and what a reference calls a clause. */
import { describe, expect, test } from 'vitest'
import type { Language } from '#shared/language/languages.ts'
import type { BlockKind } from '#shared/text/blocks.ts'
import { type NumberedBlock, numberLabels, referenceLabels } from '#shared/text/numbering.ts'

const kinds: { [letter: string]: BlockKind } = {
  c: 'operative',
  n: 'numbered',
  b: 'bullet',
  h: 'heading',
  p: 'plain',
  w: 'preamble',
  q: 'quotation',
}

/** `c c1 c@7 h` is a clause, a clause of level 1, a clause that restarts at 7, and a heading. */
const blocks = (sequence: string): NumberedBlock[] =>
  sequence.split(' ').map((one) => {
    const [, letter = '', level = '', start = ''] = one.match(/^(\w)(\d?)(?:@(-?\d+))?$/) ?? []
    return {
      kind: kinds[letter] ?? 'plain',
      level: Number(level),
      start: start === '' ? null : Number(start),
    }
  })

/** Labels in one line, `_` for a block without one. */
const labels = (sequence: string, language: Language) =>
  numberLabels(blocks(sequence), language)
    .map((label) => label || '_')
    .join(' ')

describe('[DRAFT5] clauses and items are numbered by the program', () => {
  test.each<[what: string, sequence: string, ru: string, en: string]>([
    [
      'clauses in three depths, and figures in the fourth',
      'c c1 c2 c3 c3 c2 c1 c',
      '1. а) i) 1) 2) ii) б) 2.',
      '1. (a) (i) (1) (2) (ii) (b) 2.',
    ],
    [
      'a deeper count begins anew under each clause',
      'c c1 c1 c c1',
      '1. а) б) 2. а)',
      '1. (a) (b) 2. (a)',
    ],
    [
      'clauses count on through headings, words and lists',
      'c h c p w q c b n c',
      '1. _ 2. _ _ _ 3. • 1. 4.',
      '1. _ 2. _ _ _ 3. • 1. 4.',
    ],
    [
      'sub-clauses count on through words',
      'c c1 p c1 h c1',
      '1. а) _ б) _ в)',
      '1. (a) _ (b) _ (c)',
    ],
    ['a restart goes on from its number', 'c c@5 c c', '1. 5. 6. 7.', '1. 5. 6. 7.'],
    [
      'a restart of a sub-clause leaves its clause alone',
      'c c1@3 c1 c',
      '1. в) г) 2.',
      '1. (c) (d) 2.',
    ],
    ['a restart is for its own level only', 'c1 c@9 c1', 'а) 9. а)', '(a) 9. (a)'],
    ['a level may be skipped', 'c2 c c2 c1', 'i) 1. i) а)', '(i) 1. (i) (a)'],
    [
      'a list counts until something that is no list comes',
      'n n p n n h n q n c n',
      '1. 2. _ 1. 2. _ 1. _ 1. 1. 1.',
      '1. 2. _ 1. 2. _ 1. _ 1. 1. 1.',
    ],
    ['a deeper bullet does not interrupt a list', 'n b1 n', '1. – 2.', '1. – 2.'],
    ['a bullet of the same depth does', 'n b n', '1. • 1.', '1. • 1.'],
    ['a list restarts where it is told to', 'n@4 n n1@2 n1', '4. 5. б) в)', '4. 5. (b) (c)'],
    ['bullets show their depth', 'b b1 b2 b3', '• – ◦ ·', '• – ◦ ·'],
    [
      'a hostile start stays a figure',
      'c1@0 c1@-5 c2@-1 c2@4000 c@-3',
      '0) -5) -1) 4000) -3.',
      '(0) (-5) (-1) (4000) -3.',
    ],
  ])('%s', (_, sequence, ru, en) => {
    expect(labels(sequence, 'ru')).toBe(ru)
    expect(labels(sequence, 'en')).toBe(en)
  })

  test('Kyrgyz and Tajik are lettered as Russian is', () => {
    expect(labels('c c1', 'ky')).toBe('1. а)')
    expect(labels('c c1', 'tg')).toBe('1. а)')
  })

  test('letters are those of legal drafting, without those that are easily misread', () => {
    const all = labels(Array(28).fill('c1').join(' '), 'ru')
    expect(all.replaceAll(') ', '')).toBe('абвгдежзиклмнопрстуфхцчшщэюя)')
  })

  test.each([
    ['ru', 28, 'я)'],
    ['ru', 29, 'аа)'],
    ['ru', 56, 'ая)'],
    ['ru', 57, 'ба)'],
    ['ru', 28 + 28 * 28, 'яя)'],
    ['ru', 29 + 28 * 28, 'ааа)'],
    ['en', 26, '(z)'],
    ['en', 27, '(aa)'],
    ['en', 703, '(aaa)'],
  ] as const)('after the last letter come two (%s %i is %s)', (language, count, label) => {
    expect(labels(`c1@${count}`, language)).toBe(label)
  })

  test.each([
    [1, 'i'],
    [3, 'iii'],
    [4, 'iv'],
    [8, 'viii'],
    [9, 'ix'],
    [14, 'xiv'],
    [40, 'xl'],
    [49, 'xlix'],
    [90, 'xc'],
    [400, 'cd'],
    [944, 'cmxliv'],
    [1999, 'mcmxcix'],
    [3999, 'mmmcmxcix'],
  ])('%i is %s in Roman figures', (count, roman) => {
    expect(labels(`c2@${count}`, 'en')).toBe(`(${roman})`)
  })
})

describe('[DRAFT5] a reference calls a clause', () => {
  /** The names in one line, parted by `|`, `_` for a block without one. */
  const names = (sequence: string, language: Language) =>
    referenceLabels(blocks(sequence), language)
      .map((name) => name.replaceAll('\u00a0', '~') || '_')
      .join(' | ')

  test.each<[what: string, sequence: string, ru: string, en: string]>([
    [
      'by its number with those above it',
      'c c c1 c1 c2 c3',
      '1 | 2 | 2~(а) | 2~(б) | 2~(б)~(i) | 2~(б)~(i)~(1)',
      '1 | 2 | 2~(a) | 2~(b) | 2~(b)~(i) | 2~(b)~(i)~(1)',
    ],
    [
      'by the number that it shows after headings and restarts',
      'c h c@7 p c1',
      '1 | _ | 7 | _ | 7~(а)',
      '1 | _ | 7 | _ | 7~(a)',
    ],
    ['without a level that was skipped', 'c c2', '1 | 1~(i)', '1 | 1~(i)'],
    [
      'and nothing else by a number',
      'n b p h q w',
      '_ | _ | _ | _ | _ | _',
      '_ | _ | _ | _ | _ | _',
    ],
  ])('%s', (_, sequence, ru, en) => {
    expect(names(sequence, 'ru')).toBe(ru)
    expect(names(sequence, 'en')).toBe(en)
  })

  test('so that it follows the clause when another one comes before', () => {
    expect(names('c c1', 'ru')).toBe('1 | 1~(а)')
    expect(names('c c c1', 'ru')).toBe('1 | 2 | 2~(а)')
  })
})

describe('[DRAFT5] clauses numbered by figures', () => {
  const decimal = (sequence: string) => numberLabels(blocks(sequence), 'ru', 'decimal').join(' ')

  test('carry the numbers of those they hang on', () => {
    expect(decimal('c c1 c2 c3 c2 c1 c c1')).toBe('1. 1.1 1.1.1 1.1.1.1 1.1.2 1.2 2. 2.1')
  })

  test('restart where they are told to', () => {
    expect(decimal('c@4 c1 c1@7 c2 c')).toBe('4. 4.1 4.7 4.7.1 5.')
  })

  test('leave out a level that is not there', () => {
    expect(decimal('c1 c c3')).toBe('1 1. 1.1')
  })

  test('leave lists as they are', () => {
    expect(decimal('c n n1 b')).toBe('1. 1. а) •')
  })

  test('are called so by references', () => {
    expect(referenceLabels(blocks('c c1 c2 p'), 'ru', 'decimal')).toEqual(['1', '1.1', '1.1.1', ''])
  })
})
