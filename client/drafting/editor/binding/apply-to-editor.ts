/** From Yjs to the editor: small steps that leave everything beside a change, carets too, where it is. */
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import type { YParent } from '#shared/text/places.ts'
import { align, commonEnds } from './align.ts'
import { type Entry, piecesOfEntry } from './mirror.ts'

/** What Yjs tells of a changed text, as in `Y.YTextEvent.delta`. */
export type Delta = readonly {
  insert?: unknown
  delete?: number
  retain?: number
  attributes?: object
}[]

/** The deltas of the texts that were changed; a text without one is compared instead. */
export type Deltas = ReadonlyMap<YParent | Entry['type'], Delta>

/**
 * Adds to `tr` the steps that turn the nodes of `before` into those of `after`; `start` is the
 * position at which the first of them begins.
 */
export function applyEntries(
  tr: Transaction,
  start: number,
  before: readonly Entry[],
  after: readonly Entry[],
  deltas: Deltas,
): void {
  const { prefix, suffix } = commonEnds(before, after, (old, next) => old === next)
  const old = before.slice(prefix, before.length - suffix)
  const next = after.slice(prefix, after.length - suffix)
  const pairs = align(
    old.map(({ type }) => type),
    next.map(({ type }) => type),
  )
  const starts = startsOf(before, start)
  // From the end to the beginning, so that what was not reached yet keeps its position.
  let [oldEnd, nextEnd] = [old.length, next.length]
  for (const [oldAt, nextAt] of [...pairs].reverse()) {
    replaceNodes(tr, starts, prefix, [oldAt + 1, oldEnd], next.slice(nextAt + 1, nextEnd))
    const pos = starts[prefix + oldAt] as number
    applyEntry(tr, pos, old[oldAt] as Entry, next[nextAt] as Entry, deltas)
    ;[oldEnd, nextEnd] = [oldAt, nextAt]
  }
  replaceNodes(tr, starts, prefix, [0, oldEnd], next.slice(0, nextEnd))
}

function startsOf(entries: readonly Entry[], start: number): number[] {
  const starts = [start]
  for (const { node } of entries) starts.push((starts.at(-1) as number) + node.nodeSize)
  return starts
}

function replaceNodes(
  tr: Transaction,
  starts: readonly number[],
  offset: number,
  [from, to]: [number, number],
  entries: readonly Entry[],
) {
  if (from === to && entries.length === 0) return
  const nodes = Fragment.fromArray(entries.map(({ node }) => node))
  replace(tr, starts[offset + from] as number, starts[offset + to] as number, nodes)
}

function applyEntry(tr: Transaction, pos: number, before: Entry, after: Entry, deltas: Deltas) {
  if (before === after) return
  if (before.node.type !== after.node.type) {
    replace(tr, pos, pos + before.node.nodeSize, Fragment.from(after.node))
    return
  }
  if (after.node.isTextblock) {
    applyText(tr, pos + 1, before, after, deltas)
  } else {
    applyEntries(tr, pos + 1, before.children, after.children, deltas)
  }
  for (const [name, value] of Object.entries(after.node.attrs)) {
    if (before.node.attrs[name] !== value) tr.setNodeAttribute(pos, name, value)
  }
}

/** Letter by letter as Yjs tells it; then whatever still differs, which is what Yjs tells of formats. */
function applyText(tr: Transaction, start: number, old: Entry, next: Entry, deltas: Deltas) {
  const [before, after] = [old.node, next.node]
  if (samePieces(old, next) && isWhole(old, next, deltas)) applyDeltas(tr, start, next, deltas)
  const now = tr.doc.nodeAt(start - 1) ?? before
  if (now.content.eq(after.content)) return
  if (now.textContent === after.textContent && now.content.size === after.content.size) {
    applyMarks(tr, start, after)
    if (tr.doc.nodeAt(start - 1)?.content.eq(after.content)) return
  }
  replaceDifference(tr, start, tr.doc.nodeAt(start - 1) ?? now, after)
}

function samePieces(old: Entry, next: Entry): boolean {
  const pieces = piecesOfEntry(next)
  const others = piecesOfEntry(old)
  return others.length === pieces.length && others.every((piece, at) => piece === pieces[at])
}

/**
 * Whether what Yjs tells of the pieces makes the new line of the old one. Of a change that another follows at
 * once, as when something is mended, it also tells what the other added.
 */
function isWhole(old: Entry, next: Entry, deltas: Deltas): boolean {
  let grown = 0
  for (const piece of piecesOfEntry(next)) {
    const { retained, inserted, deleted } = sumsOf(deltas.get(piece) ?? [])
    if (retained + inserted > piece.length) return false
    grown += inserted - deleted
  }
  return old.node.content.size + grown === next.node.content.size
}

function sumsOf(delta: Delta) {
  const sums = { retained: 0, inserted: 0, deleted: 0 }
  for (const { insert, delete: deleted = 0, retain = 0 } of delta) {
    sums.retained += retain
    sums.deleted += deleted
    if (typeof insert === 'string') sums.inserted += insert.length
  }
  return sums
}

function applyDeltas(tr: Transaction, start: number, entry: Entry, deltas: Deltas) {
  let from = 0
  for (const piece of piecesOfEntry(entry)) {
    const delta = deltas.get(piece)
    if (delta) applyDelta(tr, start, from, entry.node, delta)
    from += piece.length
  }
}

function applyDelta(tr: Transaction, start: number, from: number, after: Node, delta: Delta) {
  let at = from
  for (const { insert, delete: deleted, retain } of delta) {
    if (retain) at += retain
    if (deleted) replace(tr, start + at, start + at + deleted, Fragment.empty)
    if (typeof insert === 'string') {
      replace(tr, start + at, start + at, after.content.cut(at, at + insert.length))
      at += insert.length
    }
  }
}

function applyMarks(tr: Transaction, start: number, after: Node) {
  after.forEach((child, offset) => {
    const [from, to] = [start + offset, start + offset + child.nodeSize]
    tr.doc.nodesBetween(from, to, (node) => {
      for (const mark of node.marks) {
        if (node.isInline && !mark.isInSet(child.marks)) tr.removeMark(from, to, mark)
      }
    })
    for (const mark of child.marks) tr.addMark(from, to, mark)
  })
}

function replaceDifference(tr: Transaction, start: number, before: Node, after: Node) {
  const from = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (from === null || end === null) return
  const overlap = from - Math.min(end.a, end.b)
  const [toOld, toNew] = overlap > 0 ? [end.a + overlap, end.b + overlap] : [end.a, end.b]
  replace(tr, start + from, start + toOld, after.content.cut(from, toNew))
}

/** Without ProseMirror's fitting: what Yjs holds is what is shown. */
const replace = (tr: Transaction, from: number, to: number, content: Fragment) =>
  tr.step(new ReplaceStep(from, to, content.size > 0 ? new Slice(content, 0, 0) : Slice.empty))
