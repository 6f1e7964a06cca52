/** Puts a template into an empty text, as one step of undo; a title that stands there already stays. */
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { TemplateBlock } from '#shared/templates/template.ts'
import { firstGapIn } from '#shared/text/gaps.ts'
import { isTitleNode } from '../editor/blocks.ts'
import { endUndoPiece } from '../editor/together.ts'

/** Whether there is nothing yet but a title. */
export const isEmptyText = (doc: Node): boolean =>
  doc.children.every((node) => isTitleNode(node) || (node.isTextblock && node.content.size === 0))

export function insertTemplate(editor: Editor, blocks: readonly TemplateBlock[]): void {
  const { state, view } = editor
  if (!isEmptyText(state.doc)) return
  const { schema, tr, doc } = state
  const title = doc.children.findIndex(isTitleNode)
  const wanted =
    title === -1 ? blocks : blocks.filter(({ kind, level }) => !(kind === 'heading' && level === 1))
  // What is empty goes, from the end on; the title keeps its place.
  let end = doc.content.size
  for (let at = doc.childCount - 1; at >= 0; at--) {
    const size = doc.child(at).nodeSize
    if (at !== title) tr.delete(end - size, end)
    end -= size
  }
  const nodes = wanted.map(({ words, ...attrs }) => schema.node('block', attrs, schema.text(words)))
  const start = tr.doc.content.size
  tr.insert(start, nodes)
  tr.setSelection(firstGap(tr.doc, start) ?? TextSelection.near(tr.doc.resolve(start + 1)))
  endUndoPiece(editor)
  view.dispatch(tr.scrollIntoView())
  endUndoPiece(editor)
  view.focus()
}

/** The first words in brackets behind a position: what is typed next stands in their place. */
function firstGap(doc: Node, start: number): TextSelection | null {
  let found: TextSelection | null = null
  doc.nodesBetween(start, doc.content.size, (node, pos) => {
    const gap = found ? null : firstGapIn(node.text ?? '')
    if (gap) found = TextSelection.create(doc, pos + gap.start, pos + gap.start + gap.length)
  })
  return found
}
