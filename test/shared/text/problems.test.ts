/** What keeps a text from being frozen, and what becomes of its footnotes. */
import { describe, expect, test } from 'vitest'
import type { NodeJson } from '#shared/text/draft.ts'
import {
  block,
  canonicalOf,
  lineBreak,
  marked,
  note,
  reference,
  suggested,
  table,
  title,
} from './write.ts'

const problemsOf = (...nodes: NodeJson[]) =>
  canonicalOf([title('О воде'), block('plain', 'Вода.'), ...nodes]).problems

describe('[DRAFT6] footnotes', () => {
  const notes = {
    a: [block('plain', 'Первая', { id: 'na' })],
    b: [block('plain', 'Вторая', { id: 'nb' })],
    unused: [block('plain', 'Лишняя')],
  }

  test('stand in the order in which the text first names them; unused ones are left out', () => {
    const { text } = canonicalOf([block('plain', ['x', note('b'), note('a'), note('b')])], {
      notes,
    })
    expect(text.footnotes.map(({ id }) => id)).toEqual(['b', 'a'])
  })

  test('a note named only in a note comes along', () => {
    const nested = { ...notes, a: [block('plain', ['См.', note('b')], { id: 'na' })] }
    const { text, problems } = canonicalOf([title('О'), block('plain', ['x', note('a')])], {
      notes: nested,
    })
    expect(text.footnotes.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(problems).toEqual([])
  })

  test('notes that name each other come to an end', () => {
    const circle = { a: [block('plain', ['а', note('b')])], b: [block('plain', ['б', note('a')])] }
    expect(
      canonicalOf([block('plain', ['x', note('a')])], { notes: circle }).text.footnotes,
    ).toHaveLength(2)
  })
})

describe('[REL1] what stands in the way of freezing:', () => {
  test('nothing, in a text with a title and words', () => {
    expect(problemsOf(block('operative', 'Просим.'))).toEqual([])
  })

  test.each<[code: string, nodes: NodeJson[]]>([
    ['no-title', [block('plain', 'Вода.'), block('heading', 'Раздел', { level: 2 })]],
    ['no-text', [title('О воде'), block('plain', '  ')]],
    ['no-text', [title('О воде'), block('heading', 'Ещё', { level: 1 })]],
  ])('%s', (code, nodes) => {
    expect(canonicalOf(nodes, { language: 'tg' }).problems).toEqual([{ code, language: 'tg' }])
  })

  test.each<[code: string, node: NodeJson, where?: string]>([
    ['empty-clause', block('operative', ' ', { id: 'x' }), 'x'],
    ['lost-reference', block('plain', ['см. ', reference('gone')], { id: 'x' }), 'x'],
    ['empty-footnote', block('plain', ['x', note('gone')])],
    [
      'open-suggestion',
      block('plain', ['а', marked('б', suggested('insertion'))], { id: 'x' }),
      'x',
    ],
    [
      'open-suggestion',
      block('plain', ['а', marked('б', suggested('deletion'))], { id: 'x' }),
      'x',
    ],
    [
      'open-suggestion',
      block('plain', ['а', { ...lineBreak, marks: [suggested('deletion')] }, 'б'], { id: 'x' }),
      'x',
    ],
    ['open-suggestion', { ...block('plain', 'а'), marks: [suggested('insertion')] }],
    ['open-suggestion', block('plain', 'а', { review: { kind: 'insertion', id: 's' } })],
    [
      'open-suggestion',
      table([[[block('plain', [marked('б', suggested('insertion'))], { id: 'x' })]]]),
      'x',
    ],
    ['missing-image', { type: 'image', attrs: { id: 'x', asset: null } }, 'x'],
    ['missing-image', { type: 'image', attrs: { id: 'x', asset: '../../etc/passwd' } }, 'x'],
  ])('%s', (code, node, where) => {
    expect(problemsOf(node)).toEqual([{ code, language: 'ru', ...(where && { block: where }) }])
  })

  test('an empty line that is no clause is no problem', () => {
    expect(problemsOf(block('plain', ''), block('preamble', ''), block('bullet', ' '))).toEqual([])
  })

  test.each<[what: string, target: NodeJson]>([
    ['a block that is left out because it is empty', block('plain', ' ', { id: 'target' })],
    [
      'a block inside a cell, which has no number of its own in the text',
      table([[[block('operative', 'а', { id: 'target' })]]]),
    ],
    ['a table, which has no number', table([['а']], { id: 'target' })],
  ])('[DRAFT5] lost-reference, for what has no name to be called by: %s', (_, target) => {
    const codes = problemsOf(target, block('plain', ['см. ', reference('target')])).map(
      ({ code }) => code,
    )
    expect(codes).toEqual(['lost-reference'])
  })

  test('[DRAFT5] a reference in a footnote is held to the same', () => {
    const notes = { f: [block('plain', ['см. ', reference('gone')], { id: 'x' })] }
    expect(canonicalOf([title('О'), block('plain', ['а', note('f')])], { notes }).problems).toEqual(
      [{ code: 'lost-reference', language: 'ru', block: 'x' }],
    )
  })

  test('several are all told, each once for its place', () => {
    const nodes = [block('operative', '', { id: 'a' }), block('operative', '', { id: 'b' })]
    expect(problemsOf(...nodes).map((one) => one.block)).toEqual(['a', 'b'])
  })
})
