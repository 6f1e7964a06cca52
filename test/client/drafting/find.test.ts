/** Finding words as a reader means them, and putting others in their place without losing what stands between. */
import { EditorState } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placesIn } from '#client/drafting/find/found.ts'
import { hitsInLanguages } from '#client/drafting/find/in-languages.ts'
import { matchesIn } from '#client/drafting/find/matches.ts'
import { replaceMatches } from '#client/drafting/find/replace.ts'
import { schema } from '#shared/text/schema.ts'
import { block, draftOf, note, title } from '../../shared/text/write.ts'

const loose = { cased: false, whole: false }
const found = (text: string, query: string, options = loose) =>
  matchesIn(text, query, options).map(({ from, to }) => text.slice(from, to))

describe('finding', () => {
  /** text | sought | what is found, with spaces between */
  const table = `
    Ещё вода, еще ВОДА | еще       | Ещё еще
    Ещё вода, еще ВОДА | вода      | вода ВОДА
    «Вода» и „сад“     | "вода"    | «Вода»
    2019–2021          | 2019-2021 | 2019–2021
    өлкө Өлкө олко     | өлкө      | өлкө Өлкө
    Ҷумҳурӣ ҷумҳури    | ҷумҳурӣ   | Ҷумҳурӣ
    а.б*в              | .б*       | .б*
  `
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()) as [string, string, string])

  test.each(table)('in %s: %s', (text, query, expected) => {
    expect(found(text, query).join(' ')).toBe(expected)
  })

  test('heeds capitals and whole words when told to', () => {
    expect(found('Вода, вода', 'вода', { cased: true, whole: false })).toEqual(['вода'])
    expect(found('вода водами за-вода', 'вода', { cased: false, whole: true })).toEqual([
      'вода',
      'вода',
    ])
    expect(found('ӯва ва', 'ва', { cased: false, whole: true })).toEqual(['ва'])
  })

  test('looks past an anchor, and at letters in whatever form they were written', () => {
    expect(found('во\ufffcда', 'вода')).toEqual(['во\ufffcда'])
    expect(found('вода\ufffc', 'вода')).toEqual(['вода'])
    expect(found('и\u0306ога, йога', 'йога')).toEqual(['и\u0306ога', 'йога'])
    expect(found('и\u0306ога', 'и')).toEqual([])
    expect(found('вода', ' ')).toEqual([])
  })

  test('finds nothing but what is there, and all of it where nothing is folded', () => {
    const words = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '\ufffc', 'ё', 'Е'),
      maxLength: 12,
    })
    fc.assert(
      fc.property(words, words, (text, query) => {
        const plain = (one: string) =>
          one.replaceAll('\ufffc', '').toLowerCase().replaceAll('ё', 'е')
        for (const one of found(text, query)) expect(plain(one)).toBe(plain(query))
        const isThere = plain(query).trim() !== '' && plain(text).includes(plain(query))
        expect(found(text, query).length > 0).toBe(isThere)
      }),
    )
  })
})

describe('replacing', () => {
  const note = (id: string) => schema.text('\ufffc', [schema.mark('footnote', { id })])
  const bold = schema.mark('bold')

  const replaced = (inline: Parameters<typeof schema.node>[2], query: string, words: string) => {
    const doc = schema.node('doc', null, [schema.node('block', null, inline)])
    const { tr } = EditorState.create({ doc })
    return replaceMatches(tr, placesIn(doc, { query, ...loose }), words).doc.child(0)
  }

  test('keeps the letters that both share, and their marks', () => {
    const block = replaced([schema.text('о '), schema.text('воде', [bold])], 'воде', 'водой')
    expect(block.textContent).toBe('о водой')
    expect(block.lastChild?.marks).toEqual([bold])
    expect(block.lastChild?.text).toBe('водой')
  })

  test('keeps every anchor that stands between the letters', () => {
    const block = replaced(
      [schema.text('во'), note('a'), schema.text('да'), note('b'), schema.text(' сад')],
      'вода сад',
      'река',
    )
    expect(block.textContent).toBe('река\ufffc\ufffc')
    const ids = block.children.flatMap(({ marks }) => marks.map(({ attrs }) => attrs.id))
    expect(ids).toEqual(['a', 'b'])
  })

  test('does with any text what a reader expects, and loses no anchor', () => {
    const piece = fc.constantFrom('вода', 'во', 'да', ' ', '\ufffc', 'сад')
    const words = fc.constantFrom('', 'вода', 'вод', 'одав', 'река', 'вода вода')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), words, (pieces, put) => {
        const inline = pieces.map((one, at) =>
          one === '\ufffc' ? note(`n${at}`) : schema.text(one),
        )
        const after = replaced(inline, 'вода', put).textContent
        const plain = (one: string) => one.replaceAll('\ufffc', '')
        expect(plain(after)).toBe(plain(pieces.join('')).replaceAll('вода', put))
        expect(after.split('\ufffc').length).toBe(pieces.join('').split('\ufffc').length)
      }),
    )
  })
})

test('[DRAFT6] in all languages notes are looked through, too, and lead to what they hang on', () => {
  const doc = draftOf(
    [
      title('О воде'),
      block('plain', ['Вода', note('one'), ' есть.'], { id: 'a' }),
      block('plain', ['Сады', note('two')], { id: 'b' }),
    ],
    {
      notes: {
        one: [block('plain', 'Записи с 2019 года.', { id: 'n' })],
        two: [block('plain', 'Вода — с 2019 года.', { id: 'm' })],
        gone: [block('plain', 'Вода никуда.', { id: 'g' })],
      },
    },
  )
  const look = (query: string) =>
    hitsInLanguages(doc, ['ru', 'tg'], { query, ...loose }).map(({ count, hits }) => [
      count,
      ...hits.map(({ id }) => id),
    ])
  expect(look('2019')).toEqual([[2, 'a', 'b'], [0]])
  expect(look('вода')[0]?.slice(0, 1)).toEqual([2])
})
