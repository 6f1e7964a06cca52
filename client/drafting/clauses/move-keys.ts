/** Alt and an arrow move the clause with the caret, and all that hangs on it. [DRAFT5] */
import { type Editor, Extension } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { asOneStep } from '../editor/together.ts'
import { moveBy } from './move.ts'

export const MoveKeys = Extension.create({
  name: 'moveKeys',
  priority: 950,
  addKeyboardShortcuts: () => ({
    'Alt-ArrowUp': move(-1),
    'Alt-ArrowDown': move(1),
    // As Word does it.
    'Alt-Shift-ArrowUp': move(-1),
    'Alt-Shift-ArrowDown': move(1),
  }),
})

/** Shows a move, to be taken back by itself; says whether there was one. */
export function makeMove(editor: Editor, tr: Transaction | null): boolean {
  if (!tr || !editor.isEditable) return false
  asOneStep(editor, () => editor.view.dispatch(tr.scrollIntoView()))
  return true
}

/** The key is the text's own, even where nothing can move: the browser does other things by it. */
const move =
  (by: 1 | -1) =>
  ({ editor }: { editor: Editor }): boolean => {
    makeMove(editor, moveBy(editor.state, by))
    return true
  }
