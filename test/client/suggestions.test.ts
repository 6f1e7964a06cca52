import { EditorState } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import {
  settle,
  suggestionAt,
  suggestionsIn,
  type Verdict,
} from '#client/drafting/editor/suggestions.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { schema } from '#shared/text/schema.ts'
import { block, type Inline, marked, suggested, table } from '../shared/text/write.ts'

const stateOf = (...content: NodeJson[]) =>
  EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content }) })

/** What is left once all is settled, a line a block. */
const settled = (verdict: Verdict, ...content: NodeJson[]) => {
  const { doc } = settle(stateOf(...content), verdict, null)
  expect(suggestionsIn(doc)).toEqual([])
  doc.check()
  return doc.children.map(({ textContent }) => textContent)
}

const both = (...content: NodeJson[]) => ({
  accept: settled('accept', ...content),
  reject: settled('reject', ...content),
})

const line = (words: Inline | Inline[], review?: object) =>
  block('plain', words, review ? { review } : {})
const inserted = (words: string, id = 'i') => marked(words, suggested('insertion', id))
const deleted = (words: string, id = 'd') => marked(words, suggested('deletion', id))

describe('[REV2] accepting keeps what is inserted and drops what is deleted; rejecting is the other way round', () => {
  test('words', () => {
    expect(both(line(['Биз ', inserted('суранабыз'), deleted('талап'), '.']))).toEqual({
      accept: ['Биз суранабыз.'],
      reject: ['Биз талап.'],
    })
  })

  test('words that one inserted and another deleted', () => {
    const words = marked('спорное', suggested('insertion', 'i'), suggested('deletion', 'd'))
    expect(both(line(['а ', words]))).toEqual({ accept: ['а '], reject: ['а '] })
  })

  test('a whole paragraph', () => {
    const review = { kind: 'insertion', id: 'i' }
    expect(both(line('раз'), line(inserted('новое'), review), line('два'))).toEqual({
      accept: ['раз', 'новое', 'два'],
      reject: ['раз', 'два'],
    })
    const gone = { kind: 'deletion', id: 'd' }
    expect(both(line('раз'), line(deleted('старое'), gone), line('два'))).toEqual({
      accept: ['раз', 'два'],
      reject: ['раз', 'старое', 'два'],
    })
  })

  test('the end of a paragraph alone: the words of both stay', () => {
    const content = [line('раз ', { kind: 'deletion', id: 'd' }), line('два')]
    expect(both(...content)).toEqual({ accept: ['раз два'], reject: ['раз ', 'два'] })
    const last = line('один', { kind: 'deletion', id: 'd' })
    expect(both(last)).toEqual({ accept: ['один'], reject: ['один'] })
  })

  test('a row of a table, and the table with its last row', () => {
    const rows = (review: object) => {
      const made = table([[[line('а')]], [[line('б')]]])
      for (const row of made.content?.slice(1) ?? []) row.attrs = { review }
      return made
    }
    expect(both(rows({ kind: 'deletion', id: 'd' }), line('после'))).toEqual({
      accept: ['а', 'после'],
      reject: ['аб', 'после'],
    })
  })
})

test('[REV2] rejecting a change of format or kind brings back what was before', () => {
  const modification = {
    type: 'modification',
    attrs: { id: 'm', type: 'formats', previousValue: ['italic'], newValue: ['bold'] },
  }
  const previous = { kind: 'heading', level: 2 }
  const content = line(marked('слово', 'bold', modification), {
    kind: 'modification',
    id: 'k',
    previous,
  })
  const after = (verdict: Verdict) => {
    const node = settle(stateOf(content), verdict, null).doc.firstChild
    const marks = node?.firstChild?.marks.map(({ type }) => type.name)
    return { kind: node?.attrs.kind, level: node?.attrs.level, marks }
  }
  expect(after('accept')).toEqual({ kind: 'plain', level: 0, marks: ['bold'] })
  expect(after('reject')).toEqual({ kind: 'heading', level: 2, marks: ['italic'] })
})

test('[REV2] one is settled and the others wait', () => {
  const state = stateOf(line([inserted('а', 'x'), ' и ', inserted('б', 'y')]))
  const { doc } = settle(state, 'reject', new Set(['x']))
  expect(doc.textContent).toBe(' и б')
  expect(suggestionsIn(doc).map(({ id }) => id)).toEqual(['y'])
})

test('[REV2] each suggestion is found once, from its beginning to its end, and by the caret in it', () => {
  const state = stateOf(
    line(['до ', inserted('раз '), marked('два', 'bold', suggested('insertion', 'i'))]),
    line('после'),
  )
  expect(suggestionsIn(state.doc)).toEqual([{ id: 'i', kind: 'insertion', from: 4, to: 11 }])
  expect(suggestionAt(state)).toBeNull()
})
