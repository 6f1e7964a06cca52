/**
 * What goes from one block to another in a change: what stands behind the caret goes to the new block that
 * Enter or a paste leaves behind it, and what is left of a second block goes on in the line of the first.
 */
import type { Fragment, Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { isId } from '#shared/text/blocks.ts'
import { lastLetterOf, letterBefore, lettersFrom, type Stretch } from '#shared/text/carried.ts'
import { type Join, writeJoin } from '#shared/text/joined.ts'
import { putBack } from '#shared/text/y-children.ts'
import { commonEnd, commonStart, lettersOf } from './common-letters.ts'
import type { Known } from './known-entries.ts'
import { type Entry, piecesOfEntry, placeInPieces } from './mirror.ts'
import { quietly } from './quiet.ts'
import { deleteLetters, type Texts } from './write-text.ts'

/** An entry whose last `shared` letters end the line of a node, though it is itself no longer there. */
export type Joining = { entry: Entry; shared: number }

/** Which of the old blocks go on in the line of another, by the place of that one's node. */
export function joinings(
  old: readonly Entry[],
  next: readonly Node[],
  { kept, away }: Known,
): Map<number, Joining> {
  const moved = new Set(away.values())
  const found = new Map<number, Joining>()
  for (const { before, last, removed } of gaps(old, next, kept)) {
    if (!removed || moved.has(removed) || last < 0 || away.has(last)) continue
    const head = last === before ? kept.get(before)?.node : undefined
    const shared = sharedEnd(removed, next[last] as Node, head)
    if (shared > 0) found.set(last, { entry: removed, shared })
  }
  return found
}

/** Between entries that stay: the place of the one before, of the last node there now, and the last entry there was. */
function* gaps(old: readonly Entry[], next: readonly Node[], kept: Known['kept']) {
  let [before, oldStart] = [-1, 0]
  for (const at of [...[...kept.keys()].sort((a, b) => a - b), next.length]) {
    const stays = kept.get(at)
    const oldEnd = stays ? old.indexOf(stays) : old.length
    yield { before, last: at - 1, removed: oldEnd > oldStart ? old[oldEnd - 1] : undefined }
    ;[before, oldStart] = [at, oldEnd + 1]
  }
}

/** How many letters at the end of the node are those of the entry, and none that the node had before. */
function sharedEnd({ type, node: from }: Entry, node: Node, before: Node | undefined): number {
  if (!(type instanceof Y.XmlText) || from.type.name !== 'block' || !isId(node.attrs.id)) return 0
  if (!node.isTextblock || (before && !before.isTextblock)) return 0
  const letters = lettersOf(node)
  const own = before ? commonStart(lettersOf(before), letters) : 0
  return commonEnd(lettersOf(from), letters, letters.length - own)
}

/** Lets the end of a block that is no longer there read on from `head`; the texts that do so now. */
export function join({ entry, shared }: Joining): { tails: Y.XmlText[]; content: Fragment } {
  const tails = piecesOfEntry(entry) as Y.XmlText[]
  const { content } = entry.node
  deleteLetters(tails, 0, content.size - shared)
  for (const tail of tails) putBack(tail)
  return { tails, content: content.cut(content.size - shared) }
}

/** Says of a text, and of those that go with it, that they read on from the last of `heads`. */
export function readOn(tails: Texts, heads: Texts): void {
  let [head] = heads.slice(-1)
  for (const tail of tails) {
    const id: unknown = head?.getAttribute('id')
    const after = head && lastLetterOf(head)
    if (isId(id)) writeJoin(tail, after ? { to: id, after } : { to: id })
    head = tail
  }
}

/** What a block loses to a new one behind it. */
export type HandedOver = {
  /** Letters that are written anew, because they stand in one text with those that stay. */
  letters: readonly Stretch[]
  /** Texts that go as they are. */
  tails: readonly Y.XmlText[]
  /** How many letters of the new block are these, and how many of them are in the texts. */
  length: number
  inTails: number
  /** What the texts show. */
  content: Fragment
  /** Where all this stood: behind which letter of which block. */
  join: Join
}

/** What `entry`, which is to show `node`, hands over to `last`, which ends what is new behind it. */
export function handedOver(
  entry: Entry,
  node: Node,
  last: Node,
  changedAt: number,
): HandedOver | null {
  if (!(entry.type instanceof Y.XmlText) || !node.isTextblock || last.type.name !== 'block') {
    return null
  }
  const [whole, rest, other] = [entry.node, node, last].map(lettersOf) as [string, string, string]
  const same = commonStart(whole, rest)
  const start = changedAt >= 0 ? Math.min(same, changedAt) : same
  let length = commonEnd(whole, other, whole.length - start)
  if (length < whole.length - start) {
    const stays = commonEnd(whole, rest, Math.min(whole.length, rest.length) - start)
    length = Math.min(length, whole.length - start - stays)
  }
  if (length <= 0) return null
  const from = whole.length - length
  const pieces = piecesOfEntry(entry) as Y.XmlText[]
  const { text, index } = placeInPieces(pieces, from)
  const first = pieces.indexOf(text) + 1
  const id: unknown = text.getAttribute('id')
  if (!isId(id)) return null
  const tails = isId(last.attrs.id) ? pieces.slice(first) : []
  const inTails = tails.reduce((sum, tail) => sum + tail.length, 0)
  const content = entry.node.content.cut(whole.length - inTails)
  const after = letterBefore(text, index)
  const join = after ? { to: id, after } : { to: id }
  return { letters: lettersFrom(text, index), tails, length, inTails, content, join }
}

/** What an entry shows once its last letters and texts are another's. */
export function handOver(entry: Entry, { tails, length, inTails }: HandedOver): Entry {
  const { node } = entry
  const pieces = piecesOfEntry(entry) as Y.XmlText[]
  const { size } = node.content
  quietly(entry.type.doc, () => deleteLetters(pieces, size - length, length - inTails))
  return {
    ...entry,
    tails: entry.tails.slice(0, entry.tails.length - tails.length),
    node: node.cut(0, size - length),
  }
}
