/** Where a block stands that is known by its id: a position is good only until somebody types. */
import type { Node } from '@tiptap/pm/model'

/** Its place among the text's own blocks and its position, by its id; null when it is gone. */
export function blockById(
  doc: Node,
  id: string | null,
): { at: number; pos: number; node: Node } | null {
  let found: { at: number; pos: number; node: Node } | null = null
  doc.forEach((node, pos, at) => {
    if (id !== null && node.attrs.id === id) found ??= { at, pos, node }
  })
  return found
}
