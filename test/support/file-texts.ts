/** Random texts as files may hold them. */
import fc from 'fast-check'
import type { TextNodes } from '#server/files/file-text.ts'
import { anchorCharacter, type BlockKind } from '#shared/text/blocks.ts'
import type { NodeJson } from '#shared/text/draft.ts'

/** What a format can hold beyond words, headings, clauses, bullets, links and plain tables. */
export type Holds = {
  numbered: boolean
  preamble: boolean
  mergedCells: boolean
  levels: boolean
  starts: boolean
  references: boolean
}

const everything: Holds = {
  ...{ numbered: true, preamble: true, mergedCells: true },
  ...{ levels: true, starts: true, references: true },
}

/** Words without edges that a reader would trim, with what is hard on writers. */
const word = fc.oneof(
  fc.constantFrom('вода', 'Биз', 'ҷӯйбор', 'суу', 'a<b>&"c', '*', '_x_', '1.', '# 5', '|', '[1]'),
  fc.constantFrom(
    'км\u00a05',
    'се\u00adло',
    'Ак\u2011Сай',
    '`x`',
    '\\',
    '~~',
    '&amp;',
    '😀',
    'e\u0301',
  ),
  fc.stringMatching(/^[а-яА-Яa-zңөүғӣқӯҳҷ(),.:;!?-]{1,8}$/u),
)
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '))

const formatSets = fc.subarray(['bold', 'italic', 'strike', 'underline'], { maxLength: 2 })

const run = fc
  .tuple(
    words,
    fc.option(formatSets, { freq: 2 }),
    fc.constantFrom(null, null, null, 'subscript', 'superscript'),
  )
  .map(([text, formats, vertical]) => ({
    type: 'text',
    text,
    marks: [...(formats ?? []), ...(vertical ? [vertical] : [])].map((type) => ({ type })),
  }))

const linked = words.map((text) => ({
  type: 'text',
  text,
  marks: [{ type: 'link', attrs: { href: 'https://example.org/a?b=1&c=%D0%B2' } }],
}))

const glue = { type: 'text', text: ' и ', marks: [] }

/** Runs with plain words between and at either end, so that no mark stands at an edge that is trimmed. */
const content = fc
  .array(fc.oneof({ weight: 4, arbitrary: run }, { weight: 1, arbitrary: linked }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((runs) => [
    { type: 'text', text: 'Начало ', marks: [] },
    ...runs.flatMap((one) => [one, glue]),
    { type: 'text', text: 'конец', marks: [] },
  ])

const textBlock = (kinds: readonly BlockKind[], holds: Holds) =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    level: fc.integer({ min: 0, max: holds.levels ? 3 : 0 }),
    start: fc.constantFrom(null, null, null, null, 5, 12),
    content,
    hasBreak: fc.boolean(),
  })

type Drawn = {
  kind: BlockKind
  level: number
  start: number | null
  content: NodeJson[]
  hasBreak: boolean
}

/** A random text; ids are its own, so that it is the same again from the same seed. */
export function anyText(limits: Partial<Holds> = {}): fc.Arbitrary<TextNodes> {
  const holds = { ...everything, ...limits }
  const kinds: BlockKind[] = ['plain', 'operative', 'operative', 'heading', 'bullet', 'quotation']
  if (holds.numbered) kinds.push('numbered', 'numbered')
  if (holds.preamble) kinds.push('preamble')
  const table = fc.record({
    rows: fc.integer({ min: 1, max: 3 }),
    columns: fc.integer({ min: 1, max: 3 }),
    hasHead: fc.boolean(),
    across: fc.boolean(),
    words: fc.array(words, { minLength: 9, maxLength: 9 }),
  })
  return fc
    .tuple(
      fc.array(
        fc.oneof(
          { weight: 6, arbitrary: textBlock(kinds, holds) },
          { weight: 1, arbitrary: table },
        ),
        {
          minLength: 1,
          maxLength: 8,
        },
      ),
      fc.array(words, { maxLength: 2 }),
    )
    .map(([drawn, notes]) => build(drawn as (Drawn | DrawnTable)[], notes, holds))
}

type DrawnTable = {
  rows: number
  columns: number
  hasHead: boolean
  across: boolean
  words: string[]
}

function build(drawn: (Drawn | DrawnTable)[], notes: string[], holds: Holds): TextNodes {
  const title = node('t', { kind: 'heading', level: 1 }, [{ type: 'text', text: 'О воде' }])
  const blocks = [
    title,
    ...drawn.map((one, at) => ('rows' in one ? tableOf(one, at, holds) : blockOf(one, at, holds))),
  ]
  const footnotes: TextNodes['footnotes'] = {}
  const last = blocks.findLast(({ type }) => type === 'block') as NodeJson
  for (const [at, note] of notes.entries()) {
    footnotes[`note${at}`] = [
      node(`note${at}b`, { kind: 'plain', level: 0 }, [{ type: 'text', text: `Сноска ${note}` }]),
    ]
    last.content = [
      ...(last.content ?? []),
      anchor({ type: 'footnote', attrs: { id: `note${at}` } }),
    ]
  }
  const clause = blocks.find(({ attrs }) => attrs?.kind === 'operative')
  if (holds.references && clause && last !== title) {
    last.content = [
      ...(last.content ?? []),
      anchor({ type: 'reference', attrs: { target: clause.attrs?.id } }),
    ]
  }
  return { blocks, numbering: null, pictures: {}, footnotes, suggestions: {}, comments: {} }
}

const node = (id: string, attrs: object, content: NodeJson[]): NodeJson => ({
  type: 'block',
  attrs: { id, start: null, ...attrs },
  content,
})

const anchor = (mark: object): NodeJson => ({ type: 'text', text: anchorCharacter, marks: [mark] })

function blockOf(
  { kind, level, start, content, hasBreak }: Drawn,
  at: number,
  holds: Holds,
): NodeJson {
  const inside = hasBreak
    ? [...content.slice(0, 1), { type: 'break' }, ...content.slice(1)]
    : content
  const depth =
    kind === 'heading'
      ? Math.max(level, 1)
      : ['operative', 'numbered', 'bullet'].includes(kind)
        ? level
        : 0
  const counted = kind === 'operative' || kind === 'numbered'
  return node(
    `b${at}`,
    { kind, level: depth, start: counted && holds.starts ? start : null },
    inside,
  )
}

function tableOf(
  { rows, columns, hasHead, across, words: all }: DrawnTable,
  at: number,
  holds: Holds,
): NodeJson {
  const merged = across && columns > 1 && holds.mergedCells
  return {
    type: 'table',
    attrs: { id: `b${at}` },
    content: Array.from({ length: rows }, (_, row) => ({
      type: 'tableRow',
      content: Array.from({ length: merged ? columns - 1 : columns }, (_, column) => ({
        type: 'tableCell',
        attrs: {
          header: hasHead && row === 0,
          colspan: merged && column === 0 ? 2 : 1,
          rowspan: 1,
        },
        content: [
          node(`c${at}-${row}-${column}`, { kind: 'plain', level: 0 }, [
            { type: 'text', text: `ячейка ${all[row * 3 + column]}` },
          ]),
        ],
      })),
    })),
  }
}
