/** Moving blocks with all that hangs on them: never out of what they belong to, never apart. [DRAFT5] */
import type { Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { tellMoved } from '../editor/binding/change.ts'
import { groupOf, type Link, linksOf, parentsOf } from './groups.ts'

/** Blocks of the text, from one place up to another. */
export type Range = readonly [from: number, to: number]

/** The blocks of the selection, and what hangs on them; null when it is not in the text's own blocks. */
function selectedRange({ doc, selection }: EditorState): Range | null {
  const { $from, $to } = selection
  if (doc.childCount === 0) return null
  const to = $to.depth === 0 ? Math.max($to.index(0), $from.index(0) + 1) : $to.index(0) + 1
  return groupOf(linksOf(doc), $from.index(0), to)
}

/** The block at a place, and what hangs on it. */
export const rangeAt = (doc: Node, at: number): Range => groupOf(linksOf(doc), at, at + 1)

/**
 * The places before which a range may stand: where nothing else changes what it hangs on, no
 * sub-clause is left without its clause, and nothing comes before the title.
 */
export function placesFor(doc: Node, [from, to]: Range): number[] {
  const links = linksOf(doc)
  const moving = links.slice(from, to)
  const others = [...links.slice(0, from), ...links.slice(to)]
  if (moving.some(isTitle) && others.length > 0) return []
  const before = parentsOf(others)
  const places: number[] = []
  for (let at = isTitle(others[0]) ? 1 : 0; at <= others.length; at++) {
    if (fits(others, before, moving, at)) places.push(at <= from ? at : at + moving.length)
  }
  return places.filter((at) => at < from || at > to)
}

/** Moves a range to stand before the block at `place`, counted while it still stands where it was. */
export function moveTo(state: EditorState, [from, to]: Range, place: number): Transaction {
  const { doc, selection, tr } = state
  const starts = [0]
  for (const { nodeSize } of doc.children) starts.push((starts.at(-1) as number) + nodeSize)
  const [start, end, target] = [from, to, place].map((at) => starts[at] as number) as Edges
  const nodes = doc.children.slice(from, to)
  tr.delete(start, end)
  const at = target > start ? target - (end - start) : target
  tr.insert(at, nodes)
  const inside = selection.from >= start && selection.to <= end
  if (inside) {
    const moved = (pos: number) => tr.doc.resolve(pos - start + at)
    tr.setSelection(TextSelection.between(moved(selection.anchor), moved(selection.head)))
  }
  return tellMoved(
    tr,
    nodes.map(({ attrs }) => attrs.id),
  )
}

/** Moves the selection's blocks to the next place up or down; null when there is none. */
export function moveBy(state: EditorState, by: 1 | -1): Transaction | null {
  const range = selectedRange(state)
  return range && moveRangeBy(state, range, by)
}

export function moveRangeBy(state: EditorState, range: Range, by: 1 | -1): Transaction | null {
  const [from, to] = range
  const places = placesFor(state.doc, range)
  const place = by < 0 ? places.filter((at) => at < from).at(-1) : places.find((at) => at > to)
  return place === undefined ? null : moveTo(state, range, place)
}

type Edges = [start: number, end: number, target: number]

const isTitle = (link: Link | undefined) => link?.kind === 'heading' && link.level === 1

/** Whether the others still hang on what they did, and what is moved does not hang in the air. */
function fits(
  others: readonly Link[],
  before: readonly (number | null)[],
  moving: readonly Link[],
  at: number,
): boolean {
  const all = [...others.slice(0, at), ...moving, ...others.slice(at)]
  const parents = parentsOf(all)
  const shifted = (one: number | null) => (one === null || one < at ? one : one + moving.length)
  const untouched = before.every(
    (parent, one) => parents[shifted(one) as number] === shifted(parent),
  )
  const [first] = moving
  const parent = parents[at]
  return untouched && !!first && !inTheAir(first, parent == null ? null : (all[parent] as Link))
}

const inTheAir = ({ kind, level }: Link, parent: Link | null) =>
  level > 0 && kind !== 'heading' && (parent === null || parent.kind === 'heading')
