/** The keys in a picture's caption: a caption is one line, and a picture is never split. */
import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { newId } from '#shared/text/blocks.ts'

type Key = (context: { editor: Editor }) => boolean

/** From the caption, or from the picture itself, to the line below; made when there is none. */
const onward: Key = ({ editor: { state, view, isEditable } }) => {
  const { selection, tr } = state
  const after =
    selection instanceof NodeSelection && selection.node.type.name === 'image'
      ? selection.to
      : selection.$from.parent.type.name === 'image'
        ? selection.$from.after()
        : null
  if (after === null || !isEditable) return false
  const next = tr.doc.nodeAt(after)
  if (next?.type.name !== 'block') tr.insert(after, state.schema.node('block', { id: newId() }))
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
  return true
}

/** At the beginning of a caption: the picture itself is selected, so that a second press deletes it. */
const back: Key = ({ editor: { state, view, isEditable } }) => {
  const { $from, empty } = state.selection
  if ($from.parent.type.name !== 'image' || !empty || $from.parentOffset > 0) return false
  if (isEditable) {
    view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, $from.before())))
  }
  return true
}

export const pictureKeys = { Enter: onward, Backspace: back }
