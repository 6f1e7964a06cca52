/** What keys do to blocks: their kind, their level, where one ends and the next begins. */
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import {
  backspaceAtStart,
  enter,
  hasLevels,
  setKind,
  shiftLevel,
} from '#client/drafting/editor/blocks.ts'
import { schema } from '#shared/text/schema.ts'

/** A block as `kind level id: words`; a `|` is the caret, two of them are the ends of the selection. */
const lineOf = (line: string) => {
  const [, kind = '', level = '', id = '', words = ''] =
    line.match(/^(\w+) (\d) ([\w-]+): ?(.*)$/) ?? []
  return { kind, level: Number(level), id, words }
}

function stateOf(...lines: string[]): EditorState {
  const ends: number[] = []
  let pos = 1
  const blocks = lines.map((line) => {
    const { words, ...attrs } = lineOf(line)
    const [first = '', ...more] = words.split('|')
    let text = first
    for (const piece of more) {
      ends.push(pos + text.length)
      text += piece
    }
    pos += text.length + 2
    return schema.node('block', { ...attrs, start: 5 }, text ? [schema.text(text)] : [])
  })
  const doc = schema.node('doc', null, blocks)
  const [anchor = 1, head = anchor] = ends
  return EditorState.create({ doc, selection: TextSelection.create(doc, anchor, head) })
}

/** The blocks after a transaction, written in the same way; a block without an id shows `new`. */
function after(tr: Transaction | null): string[] | null {
  if (!tr) return null
  tr.doc.check()
  return tr.doc.children.map((node, at) => {
    const { kind, level, id } = node.attrs
    const { $from } = tr.selection
    const caret = $from.index(0) === at && tr.selection.empty ? $from.parentOffset : null
    const words = node.textContent
    const shown = caret === null ? words : `${words.slice(0, caret)}|${words.slice(caret)}`
    return `${kind} ${level} ${id ?? 'new'}: ${shown}`.trimEnd()
  })
}

describe('a kind', () => {
  test.each<
    [
      what: string,
      before: string[],
      kind: 'operative' | 'heading' | 'bullet',
      level: number,
      expected: string[],
    ]
  >([
    [
      'is given to the block with the caret',
      ['plain 0 a: во|да', 'plain 0 b: х'],
      'operative',
      0,
      ['operative 0 a: во|да', 'plain 0 b: х'],
    ],
    [
      'is given to every block of the selection',
      ['plain 0 a: в|а', 'quotation 0 b: б', 'bullet 2 c: в|г', 'plain 0 d: д'],
      'heading',
      2,
      ['heading 2 a: ва', 'heading 2 b: б', 'heading 2 c: вг', 'plain 0 d: д'],
    ],
    [
      'falls back to plain when all have it',
      ['operative 1 a: |а', 'operative 1 b: б|'],
      'operative',
      1,
      ['plain 0 a: а', 'plain 0 b: б'],
    ],
    [
      'is given to the rest when some have it',
      ['operative 0 a: |а', 'plain 0 b: б|'],
      'operative',
      0,
      ['operative 0 a: а', 'operative 0 b: б'],
    ],
    ['of another level is another kind', ['heading 1 a: |а'], 'heading', 2, ['heading 2 a: |а']],
  ])('%s', (_, before, kind, level, expected) => {
    const tr = setKind(stateOf(...before), kind, level)
    expect(after(tr)).toEqual(expected)
  })

  test('begins without a restart of its number', () => {
    const tr = setKind(stateOf('operative 0 a: |а', 'operative 0 b: б'), 'bullet', 0)
    expect(tr.doc.children.map(({ attrs }) => attrs.start)).toEqual([null, 5])
  })

  test('[DRAFT5] changes a word, and never re-creates the block: what others type there stays', () => {
    const state = stateOf('plain 0 a: во|да')
    const tr = setKind(state, 'operative', 0)
    expect(tr.steps.map((step) => step.toJSON().stepType)).toEqual(
      Array(tr.steps.length).fill('attr'),
    )
    expect(tr.doc.firstChild?.content.eq(state.doc.firstChild?.content as never)).toBe(true)
    expect(tr.selection.eq(state.selection)).toBe(true)
  })

  test('in a table is given to blocks, never to cells', () => {
    const cell = (id: string) =>
      schema.node('tableCell', null, [schema.node('block', { id }, [schema.text('а')])])
    const table = schema.node('table', { id: 't' }, [
      schema.node('tableRow', null, [cell('x'), cell('y')]),
    ])
    const doc = schema.node('doc', null, [table])
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, 4, 9) })
    const tr = setKind(state, 'bullet', 0)
    const kinds: string[] = []
    tr.doc.descendants((node) => {
      if (node.type.name === 'block') kinds.push(node.attrs.kind)
    })
    expect(kinds).toEqual(['bullet', 'bullet'])
  })
})

describe('a level', () => {
  test.each<[what: string, before: string[], by: 1 | -1, expected: string[] | null]>([
    ['goes down by one', ['operative 0 a: |а'], 1, ['operative 1 a: |а']],
    ['goes up by one', ['bullet 2 a: |а'], -1, ['bullet 1 a: |а']],
    ['goes no deeper than a kind may', ['numbered 3 a: |а'], 1, null],
    ['goes no higher than the first', ['operative 0 a: |а'], -1, null],
    ['of a heading is never none', ['heading 1 a: |а'], -1, null],
    ['is nothing that a plain block has', ['plain 0 a: |а'], 1, null],
    [
      'moves for those that can, and leaves the others',
      ['bullet 3 a: |а', 'plain 0 b: б', 'bullet 0 c: в|'],
      1,
      ['bullet 3 a: а', 'plain 0 b: б', 'bullet 1 c: в'],
    ],
  ])('%s', (_, before, by, expected) => {
    expect(after(shiftLevel(stateOf(...before), by))).toEqual(expected)
  })

  test.each([
    ['operative', true],
    ['bullet', true],
    ['numbered', true],
    ['plain', false],
    ['preamble', false],
    ['quotation', false],
    ['heading', false],
  ])('belongs to Tab in a block of kind %s: %s', (kind, has) => {
    expect(hasLevels(stateOf(`${kind} 1 a: |а`))).toBe(has)
  })

  test('belongs to Tab when one block of the selection has it', () => {
    expect(hasLevels(stateOf('plain 0 a: |а', 'bullet 0 b: б|'))).toBe(true)
  })
})

describe('Enter', () => {
  test.each<[what: string, before: string[], expected: string[]]>([
    [
      'goes on in a block like this one',
      ['operative 1 a: вода|'],
      ['operative 1 a: вода', 'operative 1 new: |'],
    ],
    [
      'parts the words; the first half keeps the id',
      ['bullet 0 a: во|да'],
      ['bullet 0 a: во', 'bullet 0 new: |да'],
    ],
    [
      'at the start puts an empty block above: the id stays with the words',
      ['operative 0 a: |вода'],
      ['operative 0 new:', 'operative 0 a: |вода'],
    ],
    ['replaces what is selected', ['plain 0 a: в|од|а'], ['plain 0 a: в', 'plain 0 new: |а']],
    [
      'over several blocks joins what is left of them into two',
      ['plain 0 a: в|о', 'plain 0 b: д|а'],
      ['plain 0 a: в', 'plain 0 new: |а'],
    ],
    [
      'behind a heading goes on in plain words',
      ['heading 2 a: Раздел|'],
      ['heading 2 a: Раздел', 'plain 0 new: |'],
    ],
    [
      'inside a heading goes on in plain words',
      ['heading 1 a: О во|де'],
      ['heading 1 a: О во', 'plain 0 new: |де'],
    ],
    ['in an empty item goes one level up', ['bullet 2 a: |'], ['bullet 1 a: |']],
    [
      'in an empty item of the first level leaves the list',
      ['bullet 0 a: х', 'bullet 0 b: |'],
      ['bullet 0 a: х', 'plain 0 b: |'],
    ],
    ['in an empty clause leaves the clauses', ['operative 0 a: |'], ['plain 0 a: |']],
    ['in an empty heading leaves it, whatever its level', ['heading 3 a: |'], ['plain 0 a: |']],
    ['in an empty plain block makes another', ['plain 0 a: |'], ['plain 0 a:', 'plain 0 new: |']],
  ])('%s', (_, before, expected) => {
    expect(after(enter(stateOf(...before)))).toEqual(expected.map((line) => line.trimEnd()))
  })

  test('[REV2] leaves to the old block what review says of it, and the restart of its number', () => {
    const state = stateOf('operative 0 a: во|да')
    const reviewed = state.apply(state.tr.setNodeAttribute(0, 'review', { kind: 'insertion' }))
    const [first, second] = enter(reviewed)?.doc.children ?? []
    expect(first?.attrs).toMatchObject({ id: 'a', start: 5, review: { kind: 'insertion' } })
    expect(second?.attrs).toMatchObject({ id: null, start: null, review: null })
  })

  test('at the start of a block keeps there what review says of it, and the restart of its number', () => {
    const [first, second] = enter(stateOf('operative 0 a: |вода'))?.doc.children ?? []
    expect(first?.attrs).toMatchObject({ id: null, start: null, review: null })
    expect(second?.attrs).toMatchObject({ id: 'a', start: 5 })
  })

  test('is left to others outside of blocks', () => {
    const image = schema.node('image', { id: 'i' }, [schema.text('Подпись')])
    const doc = schema.node('doc', null, [image])
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, 3) })
    expect(enter(state)).toBeNull()
  })
})

describe('Backspace at the start', () => {
  test.each<[what: string, before: string[], expected: string[] | null]>([
    ['goes one level up', ['operative 2 a: |вода'], ['operative 1 a: |вода']],
    ['makes the first level plain', ['bullet 0 a: |вода'], ['plain 0 a: |вода']],
    ['makes a heading plain at once', ['heading 3 a: |Раздел'], ['plain 0 a: |Раздел']],
    ['makes a preamble plain', ['preamble 0 a: |Помня'], ['plain 0 a: |Помня']],
    ['is left to the editor in a plain block', ['plain 0 a: х', 'plain 0 b: |вода'], null],
    ['is left to the editor further on', ['bullet 0 a: в|ода'], null],
    ['is left to the editor when something is selected', ['bullet 0 a: |во|да'], null],
  ])('%s', (_, before, expected) => {
    expect(after(backspaceAtStart(stateOf(...before)))).toEqual(expected)
  })
})
