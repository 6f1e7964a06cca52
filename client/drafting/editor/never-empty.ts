/** A text that somebody has emptied keeps one line to type on. */
import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import { isFromElsewhere } from './binding/binding.ts'

export const NeverEmpty = Extension.create({
  name: 'neverEmpty',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _, { doc, schema, tr }) {
        const mine = transactions.some((one) => one.docChanged && !isFromElsewhere(one))
        if (!mine || doc.childCount > 0) return null
        tr.insert(0, schema.node('block'))
        return tr.setSelection(TextSelection.create(tr.doc, 1))
      },
    }),
  ],
})
