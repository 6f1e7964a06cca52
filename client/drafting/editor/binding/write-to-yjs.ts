/** From the editor to Yjs: the least change that makes the types show the nodes. */
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { anchorCharacter } from '#shared/text/blocks.ts'
import { isPlace, standAt, type YParent } from '#shared/text/places.ts'
import { isOrdered, putBack, takeOut } from '#shared/text/y-children.ts'
import { ownAttrs, writeNode } from '#shared/text/y-nodes.ts'
import { commonEnds } from './align.ts'
import { lettersFrom, remember } from './carried.ts'
import { allKnown, knownEntries } from './known-entries.ts'
import type { Entry } from './mirror.ts'
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

/**
 * Makes the children of `parent` show `nodes`, and returns their entries. Blocks are known by their
 * id, so that a changed or moved one is changed in place and keeps what others do in it at the same time.
 */
export function writeChildren(
  parent: YParent,
  entries: readonly Entry[],
  nodes: readonly Node[],
  { changedAt, moved }: Change,
): Entry[] {
  const { prefix, suffix } = commonEnds(entries, nodes, (entry, node) => entry.node === node)
  const old = entries.slice(prefix, entries.length - suffix)
  const next = nodes.slice(prefix, nodes.length - suffix)
  const { kept, away } = isOrdered(parent) ? allKnown(old, next) : knownEntries(old, next, moved)
  removeOthers(parent, old, new Set([...kept.values(), ...away.values()]))
  let start = nodes.slice(0, prefix).reduce((sum, node) => sum + node.nodeSize, 0)
  let last = entries[prefix - 1]
  let carried: ReturnType<typeof lettersFrom> = []
  const middle = next.map((node, at) => {
    const stays = kept.get(at)
    const comes = away.get(at)
    const entry = stays ?? (comes && moveAfter(parent, last, comes))
    if (entry) {
      const follower = kept.has(at + 1) || away.has(at + 1) ? undefined : next[at + 1]
      carried = lettersInto(entry, node, follower)
      last = writeEntry(entry, node, { changedAt: changedAt - start - 1, moved })
    } else {
      last = insertAfter(parent, last, node)
      if (last.type instanceof Y.XmlText && carried.length > 0) remember(last.type, carried)
      carried = []
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

/** The letters that a block is about to lose to the new one behind it, as Enter takes them there. */
function lettersInto({ type, node: before }: Entry, node: Node, next: Node | undefined) {
  if (!next?.isTextblock || !(type instanceof Y.XmlText) || !node.isTextblock) return []
  const [whole, rest, tail] = [before, node, next].map(lettersOf) as [string, string, string]
  return tail !== '' && rest + tail === whole ? lettersFrom(type, rest.length) : []
}

const lettersOf = (node: Node) => node.textBetween(0, node.content.size, null, anchorCharacter)

/** Lets what an entry shows stand behind another; what others type in it goes with it. */
function moveAfter(parent: YParent, before: Entry | undefined, entry: Entry): Entry {
  const place = standAt(parent, indexAfter(parent, before), entry.type)
  if (isPlace(entry.place)) parent.delete((parent.toArray() as unknown[]).indexOf(entry.place), 1)
  return { ...entry, place }
}

function removeOthers(parent: YParent, old: readonly Entry[], kept: Set<Entry | undefined>) {
  const gone = new Set<unknown>(
    old.filter((entry) => !kept.has(entry)).flatMap(({ type, place }) => [type, place]),
  )
  if (gone.size === 0) return
  const types = parent.toArray()
  for (let at = types.length - 1; at >= 0; at--) {
    const type = types[at]
    if (!gone.has(type)) continue
    if (isOrdered(parent) && type instanceof Y.XmlElement) takeOut(type)
    else parent.delete(at, 1)
  }
}

/** Behind the entry before it, also when something stands there that the editor does not show. */
function insertAfter(parent: YParent, before: Entry | undefined, node: Node): Entry {
  const type = writeNode(node)
  parent.insert(indexAfter(parent, before), [type])
  return entryOf(type, node)
}

const indexAfter = (parent: YParent, before: Entry | undefined) =>
  before ? (parent.toArray() as unknown[]).indexOf(before.place) + 1 : 0

function entryOf(type: Entry['type'], node: Node): Entry {
  const children =
    type instanceof Y.XmlElement
      ? type.toArray().map((child, at) => entryOf(child as Entry['type'], node.child(at)))
      : []
  return { type, place: type, node, children }
}

function writeEntry(entry: Entry, node: Node, change: Change): Entry {
  const { type, place, node: before, children } = entry
  if (before === node) return entry
  putBack(type)
  writeAttrs(type, before, node)
  if (type instanceof Y.XmlText) {
    writeText(type, before, node, change.changedAt)
    return { type, place, node, children: [] }
  }
  return { type, place, node, children: writeChildren(type, children, node.children, change) }
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
