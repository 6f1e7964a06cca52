/** The way out of a table by the arrow keys, also where nothing stands beyond it yet. */
import type { ResolvedPos } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import { selectedRect } from '@tiptap/pm/tables'
import { newId } from '#shared/text/blocks.ts'
import { inTable } from './table-acts.ts'

/** Down from the last row, or up from the first, to the block beyond; a line is made where there is none. */
export const leaveTable =
  (by: 1 | -1): Command =>
  (state, dispatch, view) => {
    if (!isAtEdge(state, by) || view?.endOfTextblock(by === 1 ? 'down' : 'up') === false) {
      return false
    }
    const { table, tableStart } = selectedRect(state)
    const edge = by === 1 ? tableStart + table.content.size + 1 : tableStart - 1
    const { tr } = state
    const $edge = tr.doc.resolve(edge)
    const beyond = by === 1 ? $edge.nodeAfter : $edge.nodeBefore
    if (!beyond) tr.insert(edge, state.schema.node('block', { id: newId() }))
    const inside = by === 1 || !beyond ? edge + 1 : edge - 1
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(inside), by)).scrollIntoView())
    return true
  }

function isAtEdge(state: EditorState, by: 1 | -1): boolean {
  const { selection } = state
  if (!inTable(state) || !(selection instanceof TextSelection) || !selection.empty) return false
  return isLastBlock(selection.$head, by) && isLastRow(state, by)
}

function isLastRow(state: EditorState, by: 1 | -1): boolean {
  const { top, bottom, map } = selectedRect(state)
  return by === 1 ? bottom === map.height : top === 0
}

function isLastBlock($head: ResolvedPos, by: 1 | -1): boolean {
  const at = $head.index(-1)
  return by === 1 ? at === $head.node(-1).childCount - 1 : at === 0
}
