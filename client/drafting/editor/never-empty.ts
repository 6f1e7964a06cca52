/** A text of which somebody has taken all away keeps one line to type on: its title, where it had one. */
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, TextSelection } from '@tiptap/pm/state'
import { isFromElsewhere } from './binding/binding.ts'

const title = { kind: 'heading', level: 1 }

export const neverEmpty = () =>
  new Plugin({
    appendTransaction(transactions, before, { doc, schema, tr }) {
      const mine = transactions.some((one) => one.docChanged && !isFromElsewhere(one))
      if (!mine || doc.childCount > 1) return null
      const isPasted = transactions.some((one) => one.getMeta('paste'))
      const keepsTitle = isAllOfTitled(before) && !isPasted
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
    },
  })

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
