/** Goes to a place of the text: it comes into view, and the caret stands there. */
import type { Editor } from '@tiptap/core'
import { drawWhole } from './draw-near.ts'

/** `pos` is the position before a block. */
export function goToBlock(editor: Editor, pos: number, behavior: ScrollBehavior = 'smooth'): void {
  const dom = editor.view.nodeDOM(pos)
  drawWhole(editor.view.dom)
  if (dom instanceof HTMLElement) dom.scrollIntoView({ behavior, block: 'center' })
  editor.commands.setTextSelection(pos + 1)
  editor.commands.focus(null, { scrollIntoView: false })
}

/** Goes to the block that the address names, as `#p-` and its id; stays where it is when there is none. */
export function goToAddressed(editor: Editor): void {
  const id = location.hash.match(/^#p-(.+)$/)?.[1]
  if (id) goToId(editor, id, 'instant')
}

/** Goes to the block with this id, if there is one. */
export function goToId(editor: Editor, id: string, behavior: ScrollBehavior = 'smooth'): void {
  let found: number | null = null
  editor.state.doc.descendants((node, pos) => {
    if (node.attrs.id === id) found ??= pos
    return found === null
  })
  if (found !== null) goToBlock(editor, found, behavior)
}
