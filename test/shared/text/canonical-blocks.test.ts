/** The blocks of a text in canonical form: which stay, what they are called, and what of them is kept. */
import { describe, expect, test } from 'vitest'
import type { Block } from '#shared/text/canonical.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { block, canonicalOf, lineBreak, marked, note, table } from './write.ts'

const blocksOf = (...nodes: NodeJson[]): Block[] => canonicalOf(nodes).text.blocks

describe('[REL2] blocks', () => {
  test('empty ones are left out, also those with nothing but blanks, breaks and controls', () => {
    const empty = ['', '   ', '\u0000', ' \u00a0'].map((words) => block('plain', words))
    expect(blocksOf(...empty, block('bullet', [lineBreak, ' ']))).toEqual([])
  })

  test('a repeated id gets a suffix, in the order of the text', () => {
    const ids = blocksOf(
      block('plain', 'а', { id: 'x' }),
      block('plain', 'б', { id: 'x' }),
      block('plain', 'в', { id: 'x-2' }),
      block('plain', 'г', { id: 'x' }),
    ).map(({ id }) => id)
    expect(ids).toEqual(['x', 'x-2', 'x-2-2', 'x-3'])
  })

  test.each([null, '', 'a b', '"><script>', 'я', 'x'.repeat(41), 7, { id: 1 }])(
    'an id that is none (%j) is replaced',
    (id) => {
      const ids = blocksOf(block('plain', 'а', { id: 'first' }), block('plain', 'б', { id })).map(
        (one) => one.id,
      )
      expect(ids).toEqual(['first', 'b2'])
    },
  )

  test('level and start are left out when they say nothing', () => {
    const [plain, first, second] = blocksOf(
      block('operative', 'а', { level: 0, start: null }),
      block('operative', 'б', { level: 2, start: 7 }),
      block('operative', 'в', { level: 1.9, start: 1.5 }),
    )
    expect(plain).not.toHaveProperty('level')
    expect(plain).not.toHaveProperty('start')
    expect(first).toMatchObject({ level: 2, start: 7 })
    expect(second).toMatchObject({ level: 1 })
    expect(second).not.toHaveProperty('start')
  })

  test.each<[kind: 'plain' | 'heading' | 'operative', level: unknown, fitting: number | undefined]>(
    [
      ['operative', 99, 3],
      ['operative', -5, undefined],
      ['operative', 'deep', undefined],
      ['operative', 2n, undefined],
      ['operative', { valueOf: 1, toString: 1 }, undefined],
      ['heading', 0, 1],
      ['heading', 9, 3],
      ['plain', 2, undefined],
    ],
  )('a level that a %s cannot have (%s) becomes the nearest', (kind, level, fitting) => {
    expect(blocksOf(block(kind, 'а', { level }))[0]).toEqual({
      id: expect.any(String),
      kind,
      ...(fitting && { level: fitting }),
      runs: [{ text: 'а' }],
    })
  })

  test.each(['evil"><script>', '', null, 7, 'table', 'constructor'])(
    'a kind that is none (%j) is plain',
    (kind) => {
      expect(blocksOf(block('plain', 'а', { id: 'x', kind, level: 1 }))).toEqual([
        { id: 'x', kind: 'plain', runs: [{ text: 'а' }] },
      ])
    },
  )

  test('a table keeps cells that are empty, and drops rows without any', () => {
    const node = table([['Год', ''], []])
    expect(blocksOf(node)).toEqual([
      {
        id: 'table',
        kind: 'table',
        rows: [
          [
            { header: true, blocks: [{ id: 'c0-0', kind: 'plain', runs: [{ text: 'Год' }] }] },
            { header: true, blocks: [] },
          ],
        ],
      },
    ])
    expect(blocksOf(table([[]]))).toEqual([])
  })

  test('spans of one, of no number, below one and beyond the table are left out', () => {
    const cell = (attrs: object) => ({ type: 'tableRow', content: [{ type: 'tableCell', attrs }] })
    const [node] = blocksOf({
      type: 'table',
      attrs: { id: 't' },
      content: [cell({ colspan: 1, rowspan: -3 }), cell({ colspan: 2.5, rowspan: 5 })],
    })
    expect(node).toMatchObject({ rows: [[{ blocks: [] }], [{ blocks: [] }]] })
    expect(Object.keys((node as { rows: object[][] }).rows[1]?.[0] ?? {})).toEqual(['blocks'])
  })

  test('an image keeps its picture’s fingerprint, its words and its size', () => {
    const asset = 'ab'.repeat(32)
    const image = {
      type: 'image',
      attrs: { id: 'i', asset, alt: 'Кана\u0000л', width: 640, height: '480' },
      content: [{ type: 'text', text: ' Канал ' }],
    }
    expect(blocksOf(image)).toEqual([
      { id: 'i', kind: 'image', asset, alt: 'Канал', width: 640, caption: [{ text: 'Канал' }] },
    ])
  })

  test('an image’s words that are no words are none', () => {
    const image = {
      type: 'image',
      attrs: { id: 'i', asset: 'ab'.repeat(32), alt: { toString: 1 } },
    }
    expect(blocksOf(image)).toMatchObject([{ alt: '', caption: [] }])
  })
})

test('the title is the first heading of level 1, in plain words', () => {
  const { text } = canonicalOf([
    block('heading', 'Раздел', { level: 2 }),
    block('heading', ['О ', marked('воде', 'bold'), lineBreak, 'и земле', note('f')]),
    block('heading', 'Другой'),
  ])
  expect(text.title).toBe('О воде и земле')
})
