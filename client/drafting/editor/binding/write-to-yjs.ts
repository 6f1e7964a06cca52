/** From the editor to Yjs: the least change that makes the types show the nodes. */
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { ownAttrs, writeNode } from '#shared/text/y-nodes.ts'
import { align, commonEnds } from './align.ts'
import type { Entry, YParent } from './mirror.ts'
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
  const kept = new Map(
    align(keysOf(old.map(({ node }) => node)), keysOf(next)).map(([from, to]) => [to, old[from]]),
  )
  removeOthers(parent, old, new Set(kept.values()))
  let start = nodes.slice(0, prefix).reduce((sum, node) => sum + node.nodeSize, 0)
  let last = entries[prefix - 1]
  const middle = next.map((node, at) => {
    const entry = kept.get(at)
    last = entry ? writeEntry(entry, node, changedAt - start - 1) : insertAfter(parent, last, node)
    start += node.nodeSize
    return last
  })
  return [...entries.slice(0, prefix), ...middle, ...entries.slice(entries.length - suffix)]
}

/** Blocks by their id; what has none, rows and cells, by its type and how many such came before it. */
function keysOf(nodes: readonly Node[]): string[] {
  const seen = new Map<string, number>()
  return nodes.map(({ type, attrs }) => {
    const base = attrs.id ? `${type.name} ${attrs.id}` : type.name
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
    if (gone.has(types[at])) parent.delete(at, 1)
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
