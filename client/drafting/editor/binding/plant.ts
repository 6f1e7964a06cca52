/** New blocks, put into Yjs so that whoever takes them back hides them, and whoever writes in them is not interrupted. */
import type { Node } from '@tiptap/pm/model'
import { Fragment } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { remember } from '#shared/text/carried.ts'
import { standAlone, writeJoin } from '#shared/text/joined.ts'
import type { YParent } from '#shared/text/places.ts'
import { putBack } from '#shared/text/y-children.ts'
import { piecesOf, writeNode, type YNode } from '#shared/text/y-nodes.ts'
import { type HandedOver, readOn } from './hand-over.ts'
import type { Entry } from './mirror.ts'
import { quietly } from './quiet.ts'
import { writeText } from './write-text.ts'

/** Puts in a node as something that is not shown yet, then its words, and shows it. */
export function plant(parent: YParent, at: number, node: Node): Entry {
  const type = quietly(parent.doc, () => {
    const bare = writeNode(withoutWords(node))
    parent.insert(at, [bare])
    bare.setAttribute('gone', true as unknown as string)
    return bare
  })
  putBack(type)
  fill(type, node)
  return entryOf(type, node)
}

/** The same for a block that goes on with what was handed over to it: until it is shown it reads on from where that was. */
export function plantTail(parent: YParent, at: number, node: Node, handed: HandedOver): Entry {
  const { size } = node.content
  const { letters, tails, length, inTails, join } = handed
  const own = node.cut(size - length, size - inTails)
  const text = quietly(parent.doc, () => {
    const written = writeNode(own) as Y.XmlText
    parent.insert(at, [written])
    remember(written, [{ from: 0, letters }])
    writeJoin(written, join)
    readOn(tails, [written])
    return written
  })
  standAlone(text)
  writeText([text, ...tails], own.content.append(handed.content), node.content, 0)
  return { ...entryOf(text, node), tails }
}

/** What undo leaves behind of a node: its words go. */
function withoutWords(node: Node): Node {
  if (node.isTextblock) return node.type.create({ ...node.attrs, ...wordless(node) })
  return node.copy(Fragment.fromArray(node.children.map(withoutWords)))
}

const wordless = ({ attrs, type }: Node) =>
  'alt' in attrs ? { alt: type.spec.attrs?.alt?.default } : {}

function fill(type: YNode, node: Node) {
  if (!(type instanceof Y.XmlText)) {
    const children = type.toArray() as YNode[]
    for (const [at, child] of children.entries()) fill(child, node.child(at))
    return
  }
  if (node.content.size > 0) type.applyDelta(piecesOf(node.content))
  if ('alt' in wordless(node) && node.attrs.alt !== wordless(node).alt) {
    type.setAttribute('alt', node.attrs.alt)
  }
}

function entryOf(type: YNode, node: Node): Entry {
  const children =
    type instanceof Y.XmlElement
      ? type.toArray().map((child, at) => entryOf(child as YNode, node.child(at)))
      : []
  return { type, place: type, tails: [], node, children }
}
