/** Whether the caret is in sight already, told with one look: the editor would measure all that it stands in. */
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * Of a caret in a block of the text itself: nothing between it and the window scrolls. A table does, and may
 * have to; there, and where the caret is out of sight, the editor does as it always does.
 */
export function isInSight(view: EditorView): boolean {
  const { selection } = view.state
  if (!(selection instanceof TextSelection) || selection.$head.depth !== 1) return false
  // A note may stand in something that scrolls; only the text knows how near the window's edges it may come.
  const edge = view.someProp('scrollThreshold')
  if (typeof edge !== 'object') return false
  const { left, right, top, bottom } = view.coordsAtPos(selection.head)
  const { width, height } = window.visualViewport ?? { width: innerWidth, height: innerHeight }
  return (
    top >= edge.top &&
    bottom <= height - edge.bottom &&
    left >= edge.left &&
    right <= width - edge.right
  )
}
