/** The numbers that are drawn: they move along with what is typed, and are the same as if drawn anew. */

import { EditorState, type Transaction } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type DrawnNumbers,
  drawNumbers,
  moveNumbers,
  type NumbersOptions,
} from '#client/drafting/editor/drawn-numbers.ts'
import { footnoteOrder, hasSameNumbers } from '#client/drafting/editor/what-is-numbered.ts'
import { anchorCharacter } from '#shared/text/blocks.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { schema } from '#shared/text/schema.ts'

const options: NumbersOptions = {
  language: 'ru',
  sayNote: (number) => `Сноска ${number}`,
  sayHeading: (level) => `Заголовок ${level}`,
  lostReference: '?',
  sayReference: (label, words) => `${label} ${words}`,
  numbering: () => 'letters',
  onNumbering: () => () => undefined,
}

const words = (text: string): NodeJson => ({ type: 'text', text })
const anchor = (type: string, attrs: object): NodeJson => ({
  type: 'text',
  text: anchorCharacter,
  marks: [{ type, attrs }],
})
const clause = (at: number, ...more: NodeJson[]): NodeJson => ({
  type: 'block',
  attrs: { id: `c${at}`, kind: at % 4 === 3 ? 'plain' : 'operative', level: at % 3 === 1 ? 1 : 0 },
  content: [words(`Пункт ${at}`), ...more],
})
const table: NodeJson = {
  type: 'table',
  attrs: { id: 'table' },
  content: [
    {
      type: 'tableRow',
      attrs: { id: 'row' },
      content: [
        { type: 'tableCell', attrs: { id: 'cell' }, content: [clause(90), clause(91)] },
        { type: 'tableCell', attrs: { id: 'other' }, content: [clause(92)] },
      ],
    },
  ],
}
const textOf = (clauses: number) =>
  schema.nodeFromJSON({
    type: 'doc',
    content: [
      ...Array.from({ length: clauses }, (_, at) =>
        clause(
          at,
          ...(at % 2 ? [] : [anchor('footnote', { id: `n${at % 8}` }), words(' и ')]),
          ...(at % 3 ? [] : [anchor('reference', { target: `c${(at * 5) % clauses}` })]),
        ),
      ),
      table,
    ],
  })

const listed = (set: DecorationSet) =>
  set
    .find()
    .map((one) => `${one.from} ${one.to} ${JSON.stringify((one as unknown as Drawn).type.attrs)}`)
    .sort()
type Drawn = { type: { attrs: object } }
const all = ({ labels, inside }: DrawnNumbers) => [...listed(labels), ...listed(inside)]

/** As the plugin does it; whether the numbers were moved along. */
function after(tr: Transaction, before: DrawnNumbers): { drawn: DrawnNumbers; moved: boolean } {
  const moved = hasSameNumbers(tr.before, tr.doc, before.pointedAt) ? moveNumbers(before, tr) : null
  return { drawn: moved ?? drawNumbers(tr.doc, options), moved: moved !== null }
}

type Edit = { at: number; length: number; kind: 'type' | 'delete' | 'enter' | 'attr' | 'swap' }
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(1_000_000),
  length: fc.integer({ min: 1, max: 30 }),
  kind: fc.constantFrom('type', 'type', 'type', 'delete', 'enter', 'attr', 'swap'),
})

function make(state: EditorState, { at, length, kind }: Edit): Transaction {
  const { tr, doc } = state
  const pos = at % doc.content.size
  const $pos = doc.resolve(pos)
  const block = doc.child($pos.index(0) % doc.childCount)
  const start = $pos.posAtIndex($pos.index(0) % doc.childCount, 0)
  if (kind === 'delete') return tr.deleteRange(pos, Math.min(pos + length, doc.content.size))
  if (kind === 'swap') return tr.delete(start, start + block.nodeSize).insert(0, block)
  if (kind === 'attr' && block.isTextblock) return tr.setNodeAttribute(start, 'level', length % 3)
  if (!$pos.parent.isTextblock) return tr
  return kind === 'enter' ? tr.split(pos) : tr.insertText('ж'.repeat((length % 3) + 1), pos)
}

test('[DRAFT5] [DRAFT6] numbers that have moved along are those that would be drawn anew', () => {
  let movedAlong = 0
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), (edits) => {
      let state = EditorState.create({ doc: textOf(12) })
      let drawn = drawNumbers(state.doc, options)
      for (const one of edits) {
        const tr = make(state, one)
        if (!tr.docChanged) continue
        const { drawn: next, moved } = after(tr, drawn)
        if (moved) movedAlong++
        expect(all(next)).toEqual(all(drawNumbers(tr.doc, options)))
        drawn = next
        state = state.apply(tr)
      }
    }),
    { numRuns: 300 },
  )
  expect(movedAlong).toBeGreaterThan(100)
})

test('[DRAFT5] a letter has one block looked at, however long the text is', () => {
  const state = EditorState.create({ doc: textOf(300) })
  const drawn = drawNumbers(state.doc, options)
  const second = (state.doc.firstChild?.nodeSize ?? 0) + 3
  const typed = state.tr.insertText('ж', second)
  const first = after(typed, drawn)
  expect(first.moved).toBe(true)
  // What was looked into once is known: the next letter may look into its own block alone.
  const next = state.apply(typed).tr.insertText('з', second + 1)
  let looks = 0
  next.doc.forEach((block) => {
    const { children } = block
    Object.defineProperty(block, 'children', {
      get: () => {
        looks++
        return children
      },
    })
  })
  expect(after(next, first.drawn).moved).toBe(true)
  expect(looks).toBe(1)
})

test('[DRAFT6] a reference shows the new words of the clause that it points at', () => {
  const plain = { ...clause(3), content: [words('Старое')] }
  const points = clause(0, anchor('reference', { target: 'c3' }))
  const doc = schema.nodeFromJSON({ type: 'doc', content: [points, plain] })
  const state = EditorState.create({ doc })
  const drawn = drawNumbers(doc, options)
  expect(all(drawn).join()).toContain('Старое')
  const tr = state.tr.insertText('Новое ', (doc.firstChild?.nodeSize ?? 0) + 1)
  expect(all(after(tr, drawn).drawn).join()).toContain('Новое Старое')
})

test('[DRAFT6] notes are counted in the order of the text, each once', () => {
  expect(footnoteOrder(textOf(12))).toEqual(['n0', 'n2', 'n4', 'n6'])
})
