/**
 * There is always a line to type on: the title, where somebody has taken all else away, and one below a table that
 * was pasted at the end.
 */
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { isFromElsewhere } from './binding/binding.ts'

const title = { kind: 'heading', level: 1 }

export const neverEmpty = () =>
  new Plugin({
    appendTransaction(transactions, before, after) {
      const mine = transactions.some((one) => one.docChanged && !isFromElsewhere(one))
      if (!mine) return null
      const isPasted = transactions.some((one) => one.getMeta('paste'))
      if (isPasted && after.doc.childCount > 0) return lineBelow(after)
      return after.doc.childCount <= 1 ? lineLeft(before, after) : null
    },
  })

function lineBelow({ doc, schema, tr }: EditorState): Transaction | null {
  if (doc.lastChild?.type.name === 'block') return null
  return tr.insert(doc.content.size, schema.node('block'))
}

function lineLeft(before: EditorState, { doc, schema, tr }: EditorState): Transaction | null {
  const keepsTitle = isAllOfTitled(before)
  const line = doc.firstChild
  if (!line) {
    tr.insert(0, schema.node('block', keepsTitle ? title : null))
    return tr.setSelection(TextSelection.create(tr.doc, 1))
  }
  // Who changes no words has asked for another kind.
  const isAsked = line.textContent === before.doc.textContent
  if (!keepsTitle || isAsked) return null
  if (line.attrs.kind === 'plain') return tr.setNodeMarkup(0, null, { ...line.attrs, ...title })
  // Of a line that is emptied as a whole tiptap makes a plain one, unless it is told not to.
  return tr.setMeta('preventClearDocument', true)
}

/** Whether all of a text that begins with its title was selected. */
function isAllOfTitled({ doc, selection: { from, to } }: EditorState): boolean {
  const { kind, level } = doc.firstChild?.attrs ?? {}
  const isTitled = kind === title.kind && level === title.level
  return isTitled && from <= 1 && to >= doc.content.size - 1
}

export const NeverEmpty = Extension.create({
  name: 'neverEmpty',
  addProseMirrorPlugins: () => [neverEmpty()],
})
