/** The types of Yjs beside the nodes of the editor that show them: the same tree, twice. */
import type { Node, Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'
import type { Placed, YParent } from '#shared/text/places.ts'
import { placedChildren } from '#shared/text/y-children.ts'
import { nameOf, readNode, type YNode } from '#shared/text/y-nodes.ts'

/** One node, the type that it shows, and where that stands. A textblock has no entries below it. */
export type Entry = { type: YNode; place: unknown; node: Node; children: Entry[] }

/**
 * The entries of a parent's children; what the schema does not know has none. Of `known` entries
 * those are kept, as they are, that `isChanged` does not name.
 */
export function readEntries(
  parent: YParent,
  name: string,
  schema: Schema,
  known: ReadonlyMap<YNode, Entry> = new Map(),
  isChanged: (type: YNode) => boolean = () => true,
): Entry[] {
  return placedChildren(parent).flatMap(({ type, place }) => {
    const before = known.get(type as YNode)
    if (before && !isChanged(before.type)) {
      return before.place === place ? before : { ...before, place }
    }
    const entry = readEntry({ type, place }, name, schema, known, isChanged)
    return entry ?? []
  })
}

function readEntry(
  { type, place }: Placed,
  parent: string,
  schema: Schema,
  known: ReadonlyMap<YNode, Entry>,
  isChanged: (type: YNode) => boolean,
): Entry | null {
  const node = readNode(type, parent, schema)
  if (!node) return null
  if (!(type instanceof Y.XmlElement)) return { type: type as YNode, place, node, children: [] }
  const children = readEntries(type, nameOf(type), schema, known, isChanged)
  return { type, place, node, children }
}

/** Every entry by its type, at whatever depth. */
export function entriesByType(
  entries: readonly Entry[],
  found: Map<YNode, Entry> = new Map(),
): Map<YNode, Entry> {
  for (const entry of entries) {
    found.set(entry.type, entry)
    entriesByType(entry.children, found)
  }
  return found
}

/** Entries that show these nodes now: the same types, beside the nodes that the editor really holds. */
export const withNodes = (entries: readonly Entry[], nodes: readonly Node[]): Entry[] =>
  entries.map((entry, at) => {
    const node = nodes[at] as Node
    if (node === entry.node) return entry
    return { ...entry, node, children: withNodes(entry.children, node.children) }
  })

/** The textblock at a position of the document, and the place within its text; null between blocks. */
export function textAt(
  entries: readonly Entry[],
  pos: number,
): { text: Y.XmlText; index: number } | null {
  let start = 0
  for (const { type, node, children } of entries) {
    const end = start + node.nodeSize
    if (pos > start && pos < end) {
      const inside = pos - start - 1
      return type instanceof Y.XmlText ? { text: type, index: inside } : textAt(children, inside)
    }
    start = end
  }
  return null
}

/** The position in the document of a place within a text; null when the text is not shown. */
export function positionOf(entries: readonly Entry[], text: unknown, index: number): number | null {
  let start = 0
  for (const { type, node, children } of entries) {
    if (type === text) return start + 1 + Math.min(index, node.content.size)
    const inside = positionOf(children, text, index)
    if (inside !== null) return start + 1 + inside
    start += node.nodeSize
  }
  return null
}
