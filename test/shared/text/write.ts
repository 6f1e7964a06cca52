/** A small language to write texts in for tests: blocks, what stands in them, and a draft that holds both. */
import * as Y from 'yjs'
import type { Language } from '#shared/language/languages.ts'
import { anchorCharacter, type BlockKind } from '#shared/text/blocks.ts'
import type { CanonicalText, Problem } from '#shared/text/canonical.ts'
import { canonicalText } from '#shared/text/canonicalise.ts'
import { appendNodes, bodyOf, footnotesOf, type NodeJson } from '#shared/text/draft.ts'
import { schema } from '#shared/text/schema.ts'

export type Inline = NodeJson | string

/** Words with marks: `marked('вода', 'bold', link('https://…'))`. */
export const marked = (text: string, ...marks: (string | MarkJson)[]): NodeJson => ({
  type: 'text',
  text,
  marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)),
})
export type MarkJson = { type: string; attrs?: { [name: string]: unknown } }

export const link = (href: unknown): MarkJson => ({ type: 'link', attrs: { href } })
export const suggested = (type: 'insertion' | 'deletion', id = 's'): MarkJson => ({
  type,
  attrs: { id },
})
export const note = (id: string) => marked(anchorCharacter, { type: 'footnote', attrs: { id } })
export const reference = (target: string) =>
  marked(anchorCharacter, { type: 'reference', attrs: { target } })
export const lineBreak: NodeJson = { type: 'break' }

let counter = 0

/** A block; its words are one string or several inline nodes. */
export const block = (
  kind: BlockKind,
  words: Inline | readonly Inline[],
  attrs: { [name: string]: unknown } = {},
): NodeJson => ({
  type: 'block',
  attrs: { id: `n${++counter}`, kind, ...(kind === 'heading' && { level: 1 }), ...attrs },
  content: (Array.isArray(words) ? words : [words])
    .filter((one) => one !== '')
    .map((one) => (typeof one === 'string' ? { type: 'text', text: one } : one)),
})

export const title = (words: string) => block('heading', words, { id: 'title', level: 1 })

/** A table of cells that hold blocks or plain words; the first row heads the columns. */
export const table = (
  rows: (string | NodeJson[])[][],
  attrs: object = { id: 'table' },
): NodeJson => ({
  type: 'table',
  attrs,
  content: rows.map((cells, row) => ({
    type: 'tableRow',
    content: cells.map((cell, at) => ({
      type: 'tableCell',
      attrs: { header: row === 0 },
      content: typeof cell === 'string' ? [block('plain', cell, { id: `c${row}-${at}` })] : cell,
    })),
  })),
})

export type Notes = { [id: string]: NodeJson[] }

/** The canonical form of these nodes. */
export function canonicalOf(
  nodes: readonly NodeJson[],
  { notes = {}, language = 'ru' }: { notes?: Notes; language?: Language } = {},
): { text: CanonicalText; problems: Problem[] } {
  const node = (content: readonly NodeJson[]) => {
    const doc = schema.nodeFromJSON({ type: 'doc', content })
    doc.check()
    return doc
  }
  const footnotes = new Map(Object.entries(notes).map(([id, blocks]) => [id, node(blocks)]))
  return canonicalText(node(nodes), footnotes, language)
}

/** A draft that holds these nodes as the body of one language. */
export function draftOf(
  nodes: readonly NodeJson[],
  { notes = {}, language = 'ru' }: { notes?: Notes; language?: Language } = {},
): Y.Doc {
  const doc = new Y.Doc()
  appendNodes(bodyOf(doc, language), nodes)
  for (const [id, blocks] of Object.entries(notes)) {
    const fragment = new Y.XmlFragment()
    footnotesOf(doc).set(id, fragment)
    appendNodes(fragment, blocks)
  }
  return doc
}

/** Another document with the same content, as another client has it. */
export function elsewhere(doc: Y.Doc): Y.Doc {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  return other
}
