/** From the editor to Yjs: the least change that makes the types show the nodes. */
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { standAlone } from '#shared/text/joined.ts'
import { isPlace, standAt, type YParent } from '#shared/text/places.ts'
import { emptyTwins, isOrdered, putBack, takeOut } from '#shared/text/y-children.ts'
import { ownAttrs, type YNode } from '#shared/text/y-nodes.ts'
import { commonEnds } from './align.ts'
import {
  type HandedOver,
  handedOver,
  handOver,
  type Joining,
  join,
  joinings,
  readOn,
} from './hand-over.ts'
import { allKnown, type Known, knownEntries } from './known-entries.ts'
import { type Entry, piecesOfEntry } from './mirror.ts'
import { type BlocksById, blocksById, rememberMoved } from './moved-letters.ts'
import { plant, plantTail } from './plant.ts'
import { writeOrder } from './write-order.ts'
import { writeText } from './write-text.ts'

/** What the editor knows of a change beyond the two documents. */
export type Change = {
  /**
   * Where it begins, counted from the parent's content: it decides between places that look alike,
   * as when a letter is typed beside the same letter.
   */
  changedAt: number
  /** The ids of blocks that somebody has moved: they move, and not what they were moved past. */
  moved: ReadonlySet<string>
}

/** What is known throughout a change: also what goes, which it does last, so that its letters can be told until then. */
type Writing = Change & { goes: YNode[]; before: BlocksById }

/**
 * Makes the children of `parent` show `nodes`, and returns their entries. Blocks are known by their
 * id, so that a changed or moved one is changed in place and keeps what others do in it at the same time.
 */
export function writeChildren(
  parent: YParent,
  entries: readonly Entry[],
  nodes: readonly Node[],
  change: Change,
): Entry[] {
  const goes: YNode[] = []
  const writing = { ...change, goes, before: blocksById(entries) }
  const written = writeLevel(parent, entries, nodes, writing)
  for (const type of goes) takeOut(type)
  return written
}

function writeLevel(
  parent: YParent,
  entries: readonly Entry[],
  nodes: readonly Node[],
  writing: Writing,
): Entry[] {
  const { changedAt, moved } = writing
  const { prefix, suffix } = commonEnds(entries, nodes, (entry, node) => entry.node === node)
  const old = entries.slice(prefix, entries.length - suffix)
  const next = nodes.slice(prefix, nodes.length - suffix)
  const known = isOrdered(parent) ? allKnown(old, next) : knownEntries(old, next, moved)
  const joins = isOrdered(parent) ? none : joinings(old, next, known)
  const staying = [...known.kept.values(), ...known.away.values()]
  const joined = [...joins.values()].map(({ entry }) => entry)
  const going = othersOf(old, new Set([...staying, ...joined]))
  writing.goes.push(...going, ...hiddenTwins(going, entries))
  let start = nodes.slice(0, prefix).reduce((sum, node) => sum + node.nodeSize, 0)
  let last = entries[prefix - 1]
  let handed: HandedOver | null = null
  const middle = next.map((node, at) => {
    const here = { ...writing, changedAt: changedAt - start - 1 }
    const comes = known.away.get(at)
    const entry = known.kept.get(at) ?? (comes && moveAfter(parent, last, comes))
    const joining = joins.get(at)
    if (entry) {
      const follower = joins.size > 0 ? null : lastNewAfter(next, at, known)
      handed = follower && handedOver(entry, node, follower, here.changedAt)
      last = handed
        ? handOver(writeEntry(entry, withTail(node, entry, handed), here, joining), handed)
        : writeEntry(entry, node, here, joining)
    } else {
      const ends = isLastNew(next, at, known) ? handed : null
      last = insertAfter(parent, last, node, here, joining, ends)
    }
    start += node.nodeSize
    return last
  })
  const written = [
    ...entries.slice(0, prefix),
    ...middle,
    ...entries.slice(entries.length - suffix),
  ]
  if (isOrdered(parent)) writeOrder(parent, written)
  return written
}

const none: ReturnType<typeof joinings> = new Map()

const isKnown = ({ kept, away }: Known, at: number) => kept.has(at) || away.has(at)

const isLastNew = (next: readonly Node[], at: number, known: Known) =>
  at + 1 === next.length || isKnown(known, at + 1)

/** The last of the new nodes that stand behind this one. */
function lastNewAfter(next: readonly Node[], at: number, known: Known): Node | null {
  let last = at
  while (!isLastNew(next, last, known)) last++
  return last > at ? (next[last] as Node) : null
}

/**
 * With what is to be handed over still behind it: new letters come before that, and not behind what is left of
 * letters that are deleted.
 */
const withTail = (node: Node, { node: before }: Entry, { length }: HandedOver): Node =>
  node.copy(node.content.append(before.content.cut(before.content.size - length)))

/** Lets what an entry shows stand behind another; what others type in it goes with it. */
function moveAfter(parent: YParent, before: Entry | undefined, entry: Entry): Entry {
  const place = standAt(parent, indexAfter(parent, before), entry.type)
  if (isPlace(entry.place)) parent.delete((parent.toArray() as unknown[]).indexOf(entry.place), 1)
  return { ...entry, place }
}

const othersOf = (old: readonly Entry[], kept: ReadonlySet<Entry>): YNode[] =>
  old.flatMap((entry) => (kept.has(entry) ? [] : piecesOfEntry(entry)))

/** Cells that would be shown in the stead of those that go, though nobody has asked for them. */
function hiddenTwins(going: readonly YNode[], entries: readonly Entry[]): YNode[] {
  const shown = new Set<YNode>(entries.map(({ type }) => type))
  return going.flatMap(emptyTwins).filter((twin) => !shown.has(twin))
}

/** Behind the entry before it, also when something stands there that the editor does not show. */
function insertAfter(
  parent: YParent,
  before: Entry | undefined,
  node: Node,
  writing: Writing,
  joined: Joining | undefined,
  handed: HandedOver | null,
): Entry {
  const at = indexAfter(parent, before)
  if (handed && !joined) return plantTail(parent, at, node, handed)
  const own = joined ? node.cut(0, node.content.size - joined.shared) : node
  const entry = plant(parent, at, own)
  if (joined) return withJoined(entry, node, { ...writing, changedAt: -1 }, joined)
  rememberMoved(entry, writing.before)
  return entry
}

const indexAfter = (parent: YParent, before: Entry | undefined) =>
  before ? (parent.toArray() as unknown[]).indexOf(before.place) + 1 : 0

function writeEntry(entry: Entry, node: Node, writing: Writing, joined?: Joining): Entry {
  if (entry.node === node && !joined) return entry
  const { type, node: before, children } = entry
  for (const piece of piecesOfEntry(entry)) putBack(piece)
  standAlone(type)
  writeAttrs(type, before, node)
  if (joined) return withJoined(entry, node, writing, joined)
  if (type instanceof Y.XmlText) {
    const texts = piecesOfEntry(entry) as Y.XmlText[]
    writeText(texts, before.content, node.content, writing.changedAt)
    return { ...entry, node }
  }
  return { ...entry, node, children: writeLevel(type, children, node.children, writing) }
}

/** An entry with the words of another that was joined to it. */
function withJoined(entry: Entry, node: Node, { changedAt }: Change, joining: Joining): Entry {
  const { tails, content } = join(joining)
  const heads = piecesOfEntry(entry) as Y.XmlText[]
  const before = entry.node.content.append(content)
  writeText([...heads, ...tails], before, node.content, changedAt)
  readOn(tails, heads)
  return { ...entry, node, tails: [...entry.tails, ...tails] }
}

function writeAttrs(type: Entry['type'], before: Node, node: Node) {
  if (before.attrs === node.attrs) return
  const own = new Map(ownAttrs(node))
  // A level is read as one that its kind may have: with another kind, what stands there means another.
  const anew = before.attrs.kind === node.attrs.kind ? [] : ['level']
  for (const name of Object.keys(node.attrs)) {
    if (before.attrs[name] === node.attrs[name] && !anew.includes(name)) continue
    if (own.has(name)) type.setAttribute(name, own.get(name) as string)
    else if (type.getAttribute(name) !== undefined) type.removeAttribute(name)
  }
}
