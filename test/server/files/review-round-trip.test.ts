/** What review says of a text goes out into a Word file and comes back. */
import { expect, test } from 'vitest'
import type { TextNodes } from '#server/files/file-text.ts'
import { readFile } from '#server/files/read-file.ts'
import { writeFile } from '#server/files/write-file.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { block, marked, note, suggested } from '../../shared/text/write.ts'

const about = (author: string, text: string) => ({ author, at: '2026-03-02T10:00:00Z', text })
const thread = { type: 'comment', attrs: { thread: 'c1' } }

const text: TextNodes = {
  blocks: [
    block('heading', 'О воде', { id: 'title' }),
    block(
      'plain',
      [
        'Мы ',
        marked('просим', suggested('insertion', 'i1')),
        marked('требуем', suggested('deletion', 'd1')),
        ' ',
        marked('воды', 'bold', thread),
        note('n1'),
        ' вовремя ',
        marked('всегда', 'italic', {
          type: 'modification',
          attrs: { id: 'm1', type: 'formats', previousValue: ['bold'], newValue: ['italic'] },
        }),
      ],
      { id: 'one' },
    ),
    block('operative', marked('Новый пункт.', suggested('insertion', 'i2')), {
      id: 'two',
      review: { kind: 'insertion', id: 'i2' },
    }),
    block('operative', 'Был подзаголовком.', {
      id: 'three',
      review: { kind: 'modification', id: 'k1', previous: { kind: 'heading', level: 3 } },
    }),
  ],
  numbering: null,
  pictures: {},
  footnotes: {
    n1: [block('plain', ['По ', marked('старым', suggested('deletion', 'd2')), ' замерам.'])],
  },
  suggestions: {
    i1: about('Айгүл', 'просим'),
    d1: about('Айгүл', 'требуем'),
    m1: about('Фирӯз', 'всегда'),
    i2: about('Фирӯз', 'Новый пункт.'),
    k1: about('Айгүл', ''),
    d2: about('Айгүл', 'старым'),
  },
  comments: {
    c1: {
      quotation: 'воды',
      block: 'one',
      resolved: true,
      replies: [about('Фирӯз', 'сколько?\nи когда?'), about('Айгүл', 'десять кубов')],
    },
    c2: {
      quotation: '',
      block: 'three',
      resolved: false,
      replies: [about('А & <Б>', 'всему пункту')],
    },
    elsewhere: {
      quotation: 'суу',
      block: 'not-here',
      resolved: false,
      replies: [about('А', 'в другом языке')],
    },
  },
}

/** Marks without the ids that each reading makes anew; a suggestion's by whose it is. */
function plain(read: TextNodes) {
  const named = (id: unknown) => {
    const { author = '', text: words = '' } = read.suggestions[String(id)] ?? {}
    return `${author}: ${words}`
  }
  const lines = (blocks: readonly NodeJson[]): unknown[] =>
    blocks.map(({ attrs = {}, content = [] }) => ({
      kind: attrs.kind,
      review: attrs.review ? { ...attrs.review, id: named(attrs.review.id) } : null,
      content: content.map(({ text: words, marks = [] }) => [
        words,
        (marks as { type: string; attrs?: { [name: string]: unknown } }[])
          .map(({ type, attrs: own = {} }) => {
            if (type === 'modification') return [type, named(own.id), own.previousValue]
            return own.id && type !== 'footnote' ? [type, named(own.id)] : [type]
          })
          .sort(),
      ]),
    }))
  return { body: lines(read.blocks), notes: Object.values(read.footnotes).map(lines) }
}

test('[DRAFT7] suggestions and comments go out into a Word file and come back as they were', () => {
  const read = readFile(writeFile(text, 'docx', 'ru').bytes, 'docx')
  expect(read.losses).toEqual([])
  expect(plain(read)).toEqual(plain(text))
  const { c1, c2 } = text.comments
  const [two, four] = [read.blocks[1], read.blocks[3]].map((one) => one?.attrs?.id)
  expect(Object.values(read.comments)).toEqual([
    { ...c1, block: two },
    { ...c2, block: four },
  ])
})

test('[DRAFT7] Markdown and plain text are written as if all were accepted', () => {
  const words = (format: 'md' | 'txt') =>
    new TextDecoder().decode(writeFile(text, format, 'ru').bytes)
  for (const format of ['md', 'txt'] as const) {
    expect(words(format)).toContain('Мы просим ')
    expect(words(format)).not.toMatch(/требуем|старым|сколько/)
  }
})
