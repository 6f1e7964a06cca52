/** The types of Yjs beside the nodes of the editor that show them: the same tree, twice. */
import type { Node, Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'
import type { PlacedLine } from '#shared/text/joined.ts'
import type { YParent } from '#shared/text/places.ts'
import { linesOf } from '#shared/text/y-children.ts'
import { nameOf, readNode, type YNode } from '#shared/text/y-nodes.ts'

/**
 * One node, the type that it shows, where that stands, and the texts that read on from it. A textblock
 * has no entries below it.
 */
export type Entry = {
  type: YNode
  place: unknown
  tails: readonly Y.XmlText[]
  node: Node
  children: Entry[]
}

/** All the types that an entry shows of itself: its own, and those of blocks that were joined to it. */
export const piecesOfEntry = ({ type, tails }: Entry): YNode[] => [type, ...tails]

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
  return linesOf(parent).flatMap((line) => {
    const before = known.get(line.type as YNode)
    if (before && sameTails(before, line) && !piecesOfEntry(before).some(isChanged)) {
      return before.place === line.place ? before : { ...before, place: line.place }
    }
    return readEntry(line, name, schema, known, isChanged) ?? []
  })
}

const sameTails = ({ tails }: Entry, other: PlacedLine) =>
  tails.length === other.tails.length && tails.every((tail, at) => tail === other.tails[at])

function readEntry(
  { type, place, tails }: PlacedLine,
  parent: string,
  schema: Schema,
  known: ReadonlyMap<YNode, Entry>,
  isChanged: (type: YNode) => boolean,
): Entry | null {
  const node = readNode(type, parent, schema, tails)
  if (!node) return null
  if (!(type instanceof Y.XmlElement)) {
    return { type: type as YNode, place, tails, node, children: [] }
  }
  const children = readEntries(type, nameOf(type), schema, known, isChanged)
  return { type, place, tails, node, children }
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

/** The text at a position of the document, and the place within it; null between blocks. */
export function textAt(
  entries: readonly Entry[],
  pos: number,
): { text: Y.XmlText; index: number } | null {
  let start = 0
  for (const entry of entries) {
    const end = start + entry.node.nodeSize
    if (pos > start && pos < end) {
      const inside = pos - start - 1
      return entry.type instanceof Y.XmlText
        ? placeInPieces(piecesOfEntry(entry) as Y.XmlText[], inside)
        : textAt(entry.children, inside)
    }
    start = end
  }
  return null
}

/** The text that a place within several texts lies in; between two, the end of the one before. */
export function placeInPieces(
  pieces: readonly Y.XmlText[],
  at: number,
): { text: Y.XmlText; index: number } {
  let start = 0
  for (const text of pieces) {
    if (at <= start + text.length) return { text, index: at - start }
    start += text.length
  }
  const text = pieces.at(-1) as Y.XmlText
  return { text, index: text.length }
}

/** The position in the document of a place within a text; null when the text is not shown. */
export function positionOf(entries: readonly Entry[], text: unknown, index: number): number | null {
  const found = lineOf(entries, text)
  if (!found) return null
  let offset = index
  for (const piece of piecesOfEntry(found.entry)) {
    if (piece === text) break
    offset += piece.length
  }
  return found.start + Math.min(offset, found.entry.node.content.size)
}

/** The entry that shows a text, and the position at which its content begins. */
export function lineOf(
  entries: readonly Entry[],
  text: unknown,
): { entry: Entry; start: number } | null {
  let start = 0
  for (const entry of entries) {
    if (piecesOfEntry(entry).some((piece) => piece === text)) return { entry, start: start + 1 }
    const inside = lineOf(entry.children, text)
    if (inside) return { entry: inside.entry, start: start + 1 + inside.start }
    start += entry.node.nodeSize
  }
  return null
}
