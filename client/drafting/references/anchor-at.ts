/** Which note or reference the caret is at: selected, or right beside it. */
import type { Mark, Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { anchorCharacter } from '#shared/text/blocks.ts'

export type Anchor = { kind: 'footnote' | 'reference'; id: string; selected: boolean }

/** Null when there is none. */
export function anchorAt({ doc, selection }: EditorState): Anchor | null {
  const { from, to, empty, $from } = selection
  if (!empty) {
    if (doc.textBetween(from, to) !== anchorCharacter) return null
    return read($from.nodeAfter, true)
  }
  const { nodeBefore, nodeAfter } = $from
  if (nodeBefore?.text?.endsWith(anchorCharacter)) return read(nodeBefore, false)
  return nodeAfter?.text?.startsWith(anchorCharacter) ? read(nodeAfter, false) : null
}

/** Where the first anchor with this id begins; null when it is gone. */
export function positionOfNote(doc: Node, id: string): number | null {
  let found: number | null = null
  doc.descendants((node, pos) => {
    if (found !== null) return false
    const at = node.text?.indexOf(anchorCharacter) ?? -1
    if (at >= 0 && marked(node, 'footnote')?.attrs.id === id) found = pos + at
    return true
  })
  return found
}

const marked = (node: Node, name: string): Mark | undefined =>
  node.marks.find(({ type }) => type.name === name)

function read(node: Node | null, selected: boolean): Anchor | null {
  const footnote = node && marked(node, 'footnote')
  const reference = node && marked(node, 'reference')
  if (footnote) return { kind: 'footnote', id: String(footnote.attrs.id), selected }
  return reference ? { kind: 'reference', id: String(reference.attrs.target), selected } : null
}
