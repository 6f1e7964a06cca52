/** Over everything that stands one may write anew: the first line stays the title. [DRAFT5] */
import { AllSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { neverEmpty } from '#client/drafting/editor/never-empty.ts'
import { schema } from '#shared/text/schema.ts'
import { startWith, TestEditor } from '../../support/editors.ts'

const title = { id: 'title', words: 'О воде', kind: 'heading', level: 1 }
const clause = { id: 'clause', words: 'Мерить воду', kind: 'operative' }

const anew = (blocks: (typeof title | typeof clause)[], act: (tr: Transaction) => Transaction) => {
  const editor = new TestEditor(2, startWith(...blocks), [neverEmpty()])
  editor.run(({ tr, doc }) => tr.setSelection(new AllSelection(doc)))
  editor.run(({ tr }) => act(tr))
  expect(editor.binding.doc.eq(editor.doc)).toBe(true)
  return editor.doc.children.map(({ attrs, textContent }) => [attrs.kind, attrs.level, textContent])
}

describe('[DRAFT5] over all that stands', () => {
  test('what is typed is the title, where there was one', () => {
    const typed = (tr: Transaction) => tr.insertText('О')
    expect(anew([title, clause], typed)).toEqual([['heading', 1, 'О']])
    expect(anew([{ ...title, level: 2 }, clause], typed)).toEqual([['plain', 0, 'О']])
    expect(anew([clause, title], typed)).toEqual([['plain', 0, 'О']])
  })

  test('what is taken away leaves one line, the title where there was one', () => {
    const empty = (tr: Transaction) => tr.deleteSelection()
    expect(anew([title, clause], empty)).toEqual([['heading', 1, '']])
    expect(anew([{ ...title, words: '' }], empty)).toEqual([['heading', 1, '']])
    expect(anew([clause], empty)).toEqual([['plain', 0, '']])
  })

  test('a selection from the first letter to the last is all', () => {
    const all = (tr: Transaction) =>
      tr.setSelection(TextSelection.create(tr.doc, 1, tr.doc.content.size - 1))
    const plain = (tr: Transaction) => all(tr).deleteSelection().setNodeMarkup(0, null, {})
    expect(anew([title, clause], plain)).toEqual([['heading', 1, '']])
  })

  test('what only changes its kind has the kind that was asked for', () => {
    const editor = new TestEditor(2, startWith(title), [neverEmpty()])
    editor.run(({ tr, doc }) => tr.setSelection(new AllSelection(doc)))
    editor.run(({ tr }) => tr.setNodeMarkup(0, null, { kind: 'quotation' }))
    editor.run(({ tr }) => tr.setNodeMarkup(0, null, { kind: 'plain' }))
    expect(editor.doc.firstChild?.attrs.kind).toBe('plain')
    editor.run(({ tr }) => tr.setNodeMarkup(0, null, { id: 'title', kind: 'heading', level: 1 }))
    editor.run(({ tr, doc }) => tr.setSelection(new AllSelection(doc)))
    editor.run(({ tr }) => tr.setNodeMarkup(0, null, { kind: 'plain' }))
    expect(editor.doc.firstChild?.attrs.kind).toBe('plain')
  })

  test('what is pasted is what it was', () => {
    const block = (attrs: object) => schema.node('block', attrs, schema.text('Речь'))
    const pasted = (attrs: object) => (tr: Transaction) =>
      tr.replaceSelectionWith(block(attrs)).setMeta('paste', true)
    expect(anew([title, clause], pasted({}))).toEqual([['plain', 0, 'Речь']])
    const typed = (tr: Transaction) => tr.replaceSelectionWith(block({ kind: 'quotation' }))
    expect(anew([title, clause], typed)).toEqual([['quotation', 0, 'Речь']])
  })

  test('below a table that is pasted at the end is a line', () => {
    const cell = schema.node('tableCell', null, schema.node('block'))
    const table = schema.node('table', null, schema.node('tableRow', null, cell))
    const into = (end: boolean, meta: string) => {
      const editor = new TestEditor(2, startWith(clause), [neverEmpty()])
      editor.run(({ tr, doc }) => tr.insert(end ? doc.content.size : 0, table).setMeta(meta, true))
      return editor.doc.children.map(({ type }) => type.name)
    }
    expect(into(true, 'paste')).toEqual(['block', 'table', 'block'])
    expect(into(false, 'paste')).toEqual(['table', 'block'])
    expect(into(true, 'else')).toEqual(['block', 'table'])
  })

  test('nothing is changed by what others take away', () => {
    const [mine, other] = [2, 3].map(
      (client) => new TestEditor(client, startWith(title), [neverEmpty()]),
    ) as [TestEditor, TestEditor]
    other.run(({ tr, doc }) => tr.setSelection(new AllSelection(doc)).deleteSelection())
    mine.run(({ tr, doc }) => tr.setSelection(new AllSelection(doc)))
    mine.receive(other.takeUnsent())
    expect(mine.takeUnsent()).toEqual([])
    expect(mine.words).toEqual([''])
  })
})
