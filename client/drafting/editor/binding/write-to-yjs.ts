/** From the editor to Yjs: the least change that makes the types show the nodes. */
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { putBack, takeOut } from '#shared/text/y-children.ts'
import { ownAttrs, writeNode } from '#shared/text/y-nodes.ts'
import { align, commonEnds } from './align.ts'
import type { Entry, YParent } from './mirror.ts'
import { isOrdered, writeOrder } from './write-order.ts'
import { writeText } from './write-text.ts'

/**
 * Makes the children of `parent` show `nodes`, and returns their entries. Blocks are known by their
 * id, so that a changed one is changed in place and keeps what others do in it at the same time.
 * `changedAt` is where the change begins, counted from the parent's content: it decides between
 * places that look alike, as when a letter is typed beside the same letter.
 */
export function writeChildren(
  parent: YParent,
  entries: readonly Entry[],
  nodes: readonly Node[],
  changedAt: number,
): Entry[] {
  const { prefix, suffix } = commonEnds(entries, nodes, (entry, node) => entry.node === node)
  const old = entries.slice(prefix, entries.length - suffix)
  const next = nodes.slice(prefix, nodes.length - suffix)
  const kept = pairs(parent, old, next)
  removeOthers(parent, old, new Set(kept.values()))
  let start = nodes.slice(0, prefix).reduce((sum, node) => sum + node.nodeSize, 0)
  let last = entries[prefix - 1]
  const middle = next.map((node, at) => {
    const entry = kept.get(at)
    last = entry ? writeEntry(entry, node, changedAt - start - 1) : insertAfter(parent, last, node)
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

/** Which old entry goes on as which new node. Where children are moved by a word, all may go on; else those in order. */
function pairs(
  parent: YParent,
  old: readonly Entry[],
  next: readonly Node[],
): Map<number, Entry | undefined> {
  const [before, after] = [keysOf(old.map(({ node }) => node)), keysOf(next)]
  nameUnknown(before, after)
  if (!isOrdered(parent)) return new Map(align(before, after).map(([from, to]) => [to, old[from]]))
  const known = new Map(before.map((key, at) => [key, old[at]]))
  return new Map(
    after.flatMap((key, to) => (known.has(key) ? [[to, known.get(key)] as const] : [])),
  )
}

/** A node that had no id until now is known by its place among those without: it was given its id just now. */
function nameUnknown(before: readonly string[], after: string[]) {
  const known = new Set(before)
  for (const bare of before) {
    const [type, id] = bare.split(' ')
    if (id !== noId || after.includes(bare)) continue
    const at = after.findIndex((key) => key.startsWith(`${type} `) && !known.has(key))
    if (at !== -1) after[at] = bare
  }
}

/** Stands in a key for an id; no id has this sign. */
const noId = '#'

/** Nodes by their id; what has none by its type and how many such came before it. */
function keysOf(nodes: readonly Node[]): string[] {
  const seen = new Map<string, number>()
  return nodes.map(({ type, attrs }) => {
    const base = `${type.name} ${attrs.id || noId}`
    const count = seen.get(base) ?? 0
    seen.set(base, count + 1)
    return `${base} ${count}`
  })
}

function removeOthers(parent: YParent, old: readonly Entry[], kept: Set<Entry | undefined>) {
  const gone = new Set(old.filter((entry) => !kept.has(entry)).map(({ type }) => type as unknown))
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
  const at = before ? parent.toArray().indexOf(before.type as never) + 1 : 0
  parent.insert(at, [type])
  return entryOf(type, node)
}

function entryOf(type: Entry['type'], node: Node): Entry {
  const children =
    type instanceof Y.XmlElement
      ? type.toArray().map((child, at) => entryOf(child as Entry['type'], node.child(at)))
      : []
  return { type, node, children }
}

function writeEntry(entry: Entry, node: Node, changedAt: number): Entry {
  const { type, node: before, children } = entry
  if (before === node) return entry
  putBack(type)
  writeAttrs(type, before, node)
  if (type instanceof Y.XmlText) {
    writeText(type, before, node, changedAt)
    return { type, node, children: [] }
  }
  return { type, node, children: writeChildren(type, children, node.children, changedAt) }
}

function writeAttrs(type: Entry['type'], before: Node, node: Node) {
  if (before.attrs === node.attrs) return
  const own = new Map(ownAttrs(node))
  for (const name of Object.keys(node.attrs)) {
    if (before.attrs[name] === node.attrs[name]) continue
    if (own.has(name)) type.setAttribute(name, own.get(name) as string)
    else type.removeAttribute(name)
  }
}
