/** Gives every block an id that never changes, and a new one to each copy. [DRAFT5] */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { newId } from '#shared/text/blocks.ts'
import { isFromElsewhere } from './binding/binding.ts'

/**
 * Only after changes made here: what others did, their own editors have seen to. Were everybody to
 * mend the same block, it would be mended once by each.
 */
export const BlockIds = Extension.create({
  name: 'blockIds',
  addProseMirrorPlugins() {
    /** The last text in which every block was seen to have an id of its own. */
    let sound: Node | null = null
    return [
      new Plugin({
        appendTransaction(transactions, before, after) {
          if (sound === before.doc && hasSameIds(before.doc, after.doc)) sound = after.doc
          const mine = transactions.some((tr) => tr.docChanged && !isFromElsewhere(tr))
          if (!mine || sound === after.doc) return null
          const known = idsOf(before.doc)
          const { tr } = after
          for (const pos of withoutOwnId(after.doc, known)) tr.setNodeAttribute(pos, 'id', newId())
          if (tr.docChanged) return tr
          sound = after.doc
          return null
        },
      }),
    ]
  },
})

/** Whether the same blocks stand at the same places; only those that have changed are looked into. */
function hasSameIds(before: Node, after: Node): boolean {
  if (before === after) return true
  if (before.isTextblock && after.isTextblock) return before.attrs.id === after.attrs.id
  return (
    before.attrs.id === after.attrs.id &&
    before.childCount === after.childCount &&
    before.children.every((child, at) => hasSameIds(child, after.child(at)))
  )
}

function idsOf(doc: Node): Map<string, Node> {
  const ids = new Map<string, Node>()
  doc.descendants((node) => {
    if (node.attrs.id) ids.set(node.attrs.id, node)
    return !node.isTextblock
  })
  return ids
}

/** Blocks without an id, and of several with the same one all but the one that had it before. */
function withoutOwnId(doc: Node, known: Map<string, Node>): number[] {
  const places = new Map<string, { pos: number; node: Node }[]>()
  const bare: number[] = []
  doc.descendants((node, pos) => {
    if (!('id' in node.attrs)) return true
    const { id } = node.attrs
    if (!id) bare.push(pos)
    else places.set(id, [...(places.get(id) ?? []), { pos, node }])
    return !node.isTextblock
  })
  for (const [id, found] of places) {
    if (found.length === 1) continue
    const owner = found.find(({ node }) => node === known.get(id)) ?? found[0]
    bare.push(...found.filter((one) => one !== owner).map(({ pos }) => pos))
  }
  return bare
}
