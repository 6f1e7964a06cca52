/** A block's words as one reads them aloud: where a reference stands, the number it shows. [DRAFT5] */
import type { Node } from '@tiptap/pm/model'
import { anchorCharacter } from '#shared/text/blocks.ts'

/** Reads blocks of this document; `names` are what references to its blocks show, in order. A note leaves nothing. */
export function readerOf(doc: Node, names: readonly string[]): (block: Node) => string {
  const named = new Map(doc.children.map(({ attrs }, at) => [attrs.id, names[at]]))
  return (block) =>
    block.children
      .map(({ text = '', marks }) => {
        const reference = marks.find(({ type }) => type.name === 'reference')
        const name = reference ? named.get(reference.attrs.target) || '…' : ''
        return text.replaceAll(anchorCharacter, name)
      })
      .join('')
      .trim()
}
