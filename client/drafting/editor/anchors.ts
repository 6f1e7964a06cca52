/** Putting a footnote into the text: its body first, then the anchor that names it. [DRAFT6] */
import type { Editor } from '@tiptap/core'
import * as Y from 'yjs'
import { anchorCharacter, newId } from '#shared/text/blocks.ts'
import { appendNodes, footnotesOf } from '#shared/text/draft.ts'

/** Returns the id of the new note. */
export function insertFootnote(editor: Editor, doc: Y.Doc): string {
  const id = newId()
  doc.transact(() => {
    const note = new Y.XmlFragment()
    footnotesOf(doc).set(id, note)
    appendNodes(note, [{ type: 'block', attrs: { id: newId() } }])
  })
  const { state, view } = editor
  const anchor = state.schema.text(anchorCharacter, [state.schema.mark('footnote', { id })])
  // A note goes behind what it belongs to; a selection is not replaced by it.
  view.dispatch(state.tr.insert(state.selection.to, anchor))
  return id
}
