/** Changing what blocks are: their kind, their level, where one ends and the next begins. */
import type { Node, NodeType, ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { type BlockKind, fittingLevel } from '#shared/text/blocks.ts'

export type Found = { node: Node; pos: number }

/** The blocks that the selection touches. */
export function selectedBlocks({ doc, selection }: EditorState): Found[] {
  const found: Found[] = []
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    if (isBlock(node)) found.push({ node, pos })
    return !isBlock(node)
  })
  return found
}

/** Gives the selected blocks a kind; those that have it already become plain again. */
export function setKind(state: EditorState, kind: BlockKind, level: number): Transaction {
  const blocks = selectedBlocks(state)
  const has = ({ node }: Found) => node.attrs.kind === kind && node.attrs.level === level
  const next = blocks.every(has) ? { kind: 'plain' as const, level: 0 } : { kind, level }
  const { tr } = state
  for (const { node, pos } of blocks) write(tr, pos, node, { ...next, start: null })
  return tr
}

/** Moves the selected clauses, list items and headings a level down or up; null when none can move. */
export function shiftLevel(state: EditorState, by: 1 | -1): Transaction | null {
  const { tr } = state
  for (const { node, pos } of selectedBlocks(state)) {
    const level = fittingLevel(node.attrs.kind, node.attrs.level + by)
    if (level !== node.attrs.level) write(tr, pos, node, { level })
  }
  return tr.docChanged ? tr : null
}

/** Whether any of the selected blocks is of a kind that has levels, so that Tab belongs to it. */
export const hasLevels = (state: EditorState): boolean =>
  selectedBlocks(state).some(({ node }) =>
    ['operative', 'bullet', 'numbered'].includes(node.attrs.kind),
  )

/** What Enter does: the next block, or the way out of a list that has nothing more to say. */
export function enter(state: EditorState): Transaction | null {
  const { $from } = state.selection
  const block = $from.parent
  if (!isBlock(block) || !(state.selection instanceof TextSelection)) return null
  if (state.selection.empty && block.content.size === 0 && block.attrs.kind !== 'plain') {
    return stepOut(state, $from)
  }
  const tr = state.tr.deleteSelection()
  const at = tr.selection.$from
  if (!isBlock(at.parent)) return null
  const next = { ...block.attrs, ...followerOf(block), id: null, start: null, review: null }
  if (at.parentOffset === 0 && at.parent.content.size > 0) {
    // The block with the words keeps its id; the new, empty one goes above it.
    return tr.insert(at.before(), blockType(state).create(next)).scrollIntoView()
  }
  return tr.split(at.pos, 1, [{ type: blockType(state), attrs: next }]).scrollIntoView()
}

/** What Backspace does at the beginning of a block that is not plain: less of what it is. */
export function backspaceAtStart(state: EditorState): Transaction | null {
  const { $from, empty } = state.selection
  if (!empty || !isBlock($from.parent) || $from.parentOffset > 0) return null
  return $from.parent.attrs.kind === 'plain' ? null : stepOut(state, $from)
}

/** Whether a block is a title that says something. */
export const isTitleNode = (node: Node): boolean =>
  node.attrs.kind === 'heading' && node.attrs.level === 1 && node.textContent.trim() !== ''

/** By name: the editor builds a schema of its own from the shared one. */
const isBlock = (node: Node) => node.type.name === 'block'

const blockType = (state: EditorState) => state.schema.nodes.block as NodeType

/** One level up, and from the first level to plain. */
function stepOut(state: EditorState, $from: ResolvedPos): Transaction {
  const { kind, level } = $from.parent.attrs
  const next = level > 0 && kind !== 'heading' ? { level: level - 1 } : { kind: 'plain', level: 0 }
  return write(state.tr, $from.before(), $from.parent, { ...next, start: null })
}

/** What follows a heading is plain text; everything else goes on as it is. */
const followerOf = ({ attrs }: Node) =>
  attrs.kind === 'heading' ? { kind: 'plain', level: 0 } : {}

function write(tr: Transaction, pos: number, node: Node, attrs: object): Transaction {
  for (const [name, value] of Object.entries(attrs)) {
    if (node.attrs[name] !== value) tr.setNodeAttribute(pos, name, value)
  }
  return tr
}
