/**
 * How the nodes of a text lie in Yjs. A textblock is one Y.XmlText with the node's attributes on it;
 * everything that stands in its line is in that one text: a line break is the character `\n`, an
 * anchor its character, so that nothing is re-created when somebody types beside it. Tables, rows and
 * cells are elements. What the schema does not know is passed over, and stays where it is.
 */
import { type Attrs, Fragment, Mark, type Node, type NodeType, type Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { isAsset } from '../pictures.ts'
import { fittingLevel, isBlockKind, isId } from './blocks.ts'
import { isPlace } from './places.ts'
import { readFormats, suggestionId } from './review.ts'
import { linesOf } from './y-children.ts'

export type YNode = Y.XmlText | Y.XmlElement

/** A stretch of text with the marks on it, as Yjs hands it out and takes it. */
export type Piece = { insert: string; attributes: Formats }
export type Formats = { [mark: string]: object | null }

const breakCharacter = '\n'

/** Which nodes may stand in which; anything else is passed over. */
const children: { [name: string]: readonly string[] } = {
  doc: ['block', 'image', 'table'],
  table: ['tableRow'],
  tableRow: ['tableCell'],
  tableCell: ['block'],
}

/**
 * The node that a type of Yjs stands for within a parent of that name, with the words of the texts that
 * read on from it; null when it is none we know.
 */
export function readNode(
  type: unknown,
  parent: string,
  schema: Schema,
  tails: readonly Y.XmlText[] = [],
): Node | null {
  if (!(type instanceof Y.XmlText || type instanceof Y.XmlElement)) return null
  const name = nameOf(type)
  const nodeType = schema.nodes[name]
  if (!nodeType || !children[parent]?.includes(name)) return null
  if (nodeType.isTextblock !== type instanceof Y.XmlText) return null
  const attrs = readAttrs(type, nodeType)
  if (type instanceof Y.XmlText) {
    return nodeType.create(attrs, readInline([type, ...tails], schema))
  }
  const nodes = linesOf(type).map((line) => readNode(line.type, name, schema, line.tails))
  return nodeType.create(
    attrs,
    nodes.filter((node) => node !== null),
  )
}

/** Whether a type, or anything in it, is no node that we know where it stands, so that reading passes it over. */
export function isUnknown(type: unknown, parent: string, schema: Schema): boolean {
  if (isPlace(type)) return false
  if (!readNode(type, parent, schema)) return true
  return (
    type instanceof Y.XmlElement &&
    linesOf(type).some((line) => isUnknown(line.type, type.nodeName, schema))
  )
}

/** A type of Yjs for this node and all that is in it, not yet part of any document. */
export function writeNode(node: Node): YNode {
  if (node.isTextblock) {
    const text = new Y.XmlText()
    text.applyDelta(piecesOf(node.content))
    if (node.type.name !== 'block') text.setAttribute('node', node.type.name)
    for (const [name, value] of ownAttrs(node)) text.setAttribute(name, value)
    return text
  }
  const element = new Y.XmlElement(node.type.name)
  for (const [name, value] of ownAttrs(node)) element.setAttribute(name, value as string)
  element.insert(0, node.children.map(writeNode))
  return element
}

/** The name of the node that a type stands for. */
export const nameOf = (type: YNode): string =>
  type instanceof Y.XmlText ? String(type.getAttribute('node') ?? 'block') : type.nodeName

/** The content of a textblock as Yjs keeps it: its characters are as many as the content's size. */
export const piecesOf = (content: Fragment): Piece[] =>
  content.content.map((child) => ({
    insert: child.text ?? breakCharacter,
    attributes: formatsOf(child.marks),
  }))

/** Marks by their key in Yjs. Threads overlap, so each has a key of its own. */
const formatsOf = (marks: readonly Mark[]): Formats =>
  Object.fromEntries(marks.map((mark) => [keyOf(mark), mark.attrs]))

const keyOf = ({ type, attrs }: Mark): string =>
  type.name === 'comment' ? `comment:${attrs.thread}` : type.name

/** The attributes of a node that are not what they are by default. */
export const ownAttrs = (node: Node): [string, unknown][] =>
  Object.entries(node.attrs).filter(
    ([name, value]) => value !== node.type.spec.attrs?.[name]?.default,
  )

/** The text and breaks of a textblock, which may stand in several texts. */
function readInline(texts: readonly Y.XmlText[], schema: Schema): Fragment {
  const nodes: Node[] = []
  for (const { insert, attributes } of texts.flatMap((text) => text.toDelta() as Piece[])) {
    if (typeof insert !== 'string') continue
    const marks = readMarks(attributes ?? {}, schema)
    for (const piece of insert.split(/(\n)/)) {
      if (piece === breakCharacter) nodes.push(schema.node('break', null, undefined, marks))
      else if (piece) appendText(nodes, schema.text(piece, marks))
    }
  }
  return Fragment.fromArray(nodes)
}

/** Two texts side by side whose marks differ only in what we do not know are one to us. */
function appendText(nodes: Node[], next: Node) {
  const last = nodes.at(-1)
  if (last?.isText && Mark.sameSet(last.marks, next.marks)) {
    nodes[nodes.length - 1] = next.type.schema.text(`${last.text}${next.text}`, next.marks)
  } else nodes.push(next)
}

/** The marks that the schema knows among the formats of Yjs. */
function readMarks(formats: Formats, schema: Schema): readonly Mark[] {
  let marks: readonly Mark[] = Mark.none
  for (const [key, attrs] of Object.entries(formats)) {
    const type = schema.marks[key.split(':')[0] as string]
    if (!type || attrs === null || typeof attrs !== 'object') continue
    const needed = Object.entries(type.spec.attrs ?? {})
    if (needed.some(([name, { default: value }]) => value === undefined && !(name in attrs)))
      continue
    const held = fitMark(type.name, attrs as Attrs)
    if (held) marks = type.create(held).addToSet(marks)
  }
  return marks
}

/** The attributes of a mark of review, held to what they may be; null for a comment without a thread. */
function fitMark(name: string, attrs: Attrs): Attrs | null {
  if (name === 'comment') return isId(attrs.thread) ? { thread: attrs.thread } : null
  if (name === 'insertion' || name === 'deletion') return { id: suggestionId(attrs.id) }
  if (name !== 'modification') return attrs
  const [previousValue, newValue] = [attrs.previousValue, attrs.newValue].map(readFormats)
  const id = suggestionId(attrs.id)
  return { id, type: 'formats', attrName: null, previousValue, newValue }
}

/** The node's attributes, each held to what it may be; a hostile value is shown as the default. */
function readAttrs(type: YNode, nodeType: NodeType): { [name: string]: unknown } {
  const given = type.getAttributes() as { [name: string]: unknown }
  const attrs: { [name: string]: unknown } = {}
  for (const [name, { default: value }] of Object.entries(nodeType.spec.attrs ?? {})) {
    const own = given[name]
    attrs[name] = own !== undefined && isFit(name, own) ? own : value
  }
  if ('kind' in attrs && isBlockKind(attrs.kind)) {
    attrs.level = fittingLevel(attrs.kind, Number(attrs.level))
  }
  return attrs
}

const isWhole = (value: unknown, least: number, most: number) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most

const fit: { [attr: string]: (value: unknown) => boolean } = {
  id: isId,
  kind: isBlockKind,
  level: (value) => isWhole(value, 0, 3),
  start: (value) => isWhole(value, 0, 9999),
  column: isId,
  header: (value) => typeof value === 'boolean',
  colspan: (value) => isWhole(value, 1, 100),
  rowspan: (value) => isWhole(value, 1, 1000),
  colwidth: (value) =>
    Array.isArray(value) && value.length <= 100 && value.every((one) => isWhole(one, 0, 100)),
  width: (value) => isWhole(value, 1, 20_000),
  height: (value) => isWhole(value, 1, 20_000),
  alt: (value) => typeof value === 'string' && value.length <= 2000,
  asset: isAsset,
}

const isFit = (name: string, value: unknown): boolean => fit[name]?.(value) ?? true
