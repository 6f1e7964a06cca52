/** What the numbers of a text hang on: which blocks stand in it, of what kind, and the anchors in them. */
import type { Node } from '@tiptap/pm/model'
import { anchorCharacter } from '#shared/text/blocks.ts'
import type { NumberedBlock } from '#shared/text/numbering.ts'

/** What numbering needs to know of the blocks of a text or cell. */
export const numberedBlocks = (parent: Node): NumberedBlock[] =>
  parent.children.map(({ attrs }) => ({
    kind: attrs.kind ?? 'plain',
    level: attrs.level ?? 0,
    start: attrs.start ?? null,
  }))

/** The ids of the footnotes in the order in which the text names them. */
export const footnoteOrder = (doc: Node): string[] => [...new Set(doc.children.flatMap(notesIn))]

/**
 * Whether all numbers, and what references say, are the same for two texts. Asked with every keystroke:
 * only blocks that have changed are looked at. `pointedAt` are the ids of blocks that references show the words of.
 */
export function hasSameNumbers(before: Node, after: Node, pointedAt: ReadonlySet<string>): boolean {
  if (before.childCount !== after.childCount) return false
  return before.children.every((old, at) => {
    const now = after.child(at)
    if (old === now) return true
    if (concernOf(old) !== concernOf(now)) return false
    return !pointedAt.has(now.attrs.id) || firstWords(old) === firstWords(now)
  })
}

export const isEmptyHeading = ({ attrs, content }: Node): boolean =>
  attrs.kind === 'heading' && content.size === 0

/** The first words of a block, in quotation marks; nothing when it has none. */
export function firstWords(node: Node): string {
  const text = node.textContent.replaceAll(anchorCharacter, '').trim()
  const [words = ''] = text.match(/^.{0,60}(?!\S)|^.{60}/u) ?? []
  return words ? `“${words}${words === text ? '' : '…'}”` : ''
}

/** A node never changes: what was found in one stays true. */
const known = { concerns: new WeakMap<Node, string>(), notes: new WeakMap<Node, string[]>() }

function concernOf(node: Node): string {
  let concern = known.concerns.get(node)
  if (concern === undefined) {
    concern = JSON.stringify(concernsIn(node))
    known.concerns.set(node, concern)
  }
  return concern
}

function concernsIn(node: Node): unknown {
  const { type, attrs, text, marks, children } = node
  if (text !== undefined) {
    if (!text.includes(anchorCharacter)) return 0
    return [text, ...marks.map((mark) => [mark.type.name, mark.attrs])]
  }
  const { id = null, kind = null, level = null, start = null } = attrs
  const inside = children.map(concernsIn).filter((one) => one !== 0)
  return [type.name, id, kind, level, start, isEmptyHeading(node), inside]
}

/** The ids of the footnotes that a block names, in order. */
export function notesIn(node: Node): string[] {
  const found = known.notes.get(node)
  if (found) return found
  const ids: string[] = []
  node.descendants((inner) => {
    const note = inner.marks.find(({ type }) => type.name === 'footnote')
    if (note && inner.text?.includes(anchorCharacter)) ids.push(note.attrs.id)
  })
  known.notes.set(node, ids)
  return ids
}
