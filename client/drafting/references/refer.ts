/** Begins a reference to another clause: the sign that opens the list of clauses to choose from. [DRAFT5] */
import type { Editor } from '@tiptap/core'

export function refer({ state, view }: Editor): void {
  const { from, to } = state.selection
  const before = state.doc.textBetween(Math.max(from - 1, 0), from, ' ')
  const sign = /\S/.test(before) && before !== '(' ? ' §' : '§'
  view.dispatch(state.tr.insertText(sign, from, to).scrollIntoView())
  view.focus()
}
