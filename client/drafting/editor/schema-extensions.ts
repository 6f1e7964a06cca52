/** The shared schema as tiptap wants it: one extension for each node and mark, with nothing added. */
import {
  type AnyExtension,
  type DOMOutputSpecArray,
  Mark,
  type MarkConfig,
  Node,
  type NodeConfig,
} from '@tiptap/core'
import type { MarkSpec, NodeSpec, Mark as PmMark } from '@tiptap/pm/model'
import { schema } from '#shared/text/schema.ts'

/** Node and mark types in the order of the schema, which decides how marks nest. */
export function schemaExtensions(): AnyExtension[] {
  const extensions: AnyExtension[] = []
  schema.spec.nodes.forEach((name, spec) => {
    extensions.push(nodeExtension(name, spec))
  })
  schema.spec.marks.forEach((name, spec) => {
    extensions.push(markExtension(name, spec))
  })
  return extensions
}

/** tiptap reads and writes attributes by itself unless told not to: the specs alone decide here. */
const attributesOf = (attrs: NodeSpec['attrs'] | MarkSpec['attrs']) =>
  Object.fromEntries(
    Object.entries(attrs ?? {}).map(([name, { default: value }]) => [
      name,
      { default: value, parseHTML: () => null, rendered: false },
    ]),
  )

/** Among extensions of one priority tiptap keeps the order in which they are given. */
const priority = 500

function nodeExtension(name: string, spec: NodeSpec) {
  const { toDOM, parseDOM = [], attrs, ...rest } = spec
  return Node.create({
    name,
    priority,
    topNode: name === 'doc',
    ...pick(rest, ['group', 'content', 'marks', 'inline', 'selectable', 'isolating']),
    extendNodeSchema: (extension) =>
      extension.name === name ? pick(rest, ['tableRole', 'leafText']) : {},
    addAttributes: () => attributesOf(attrs),
    parseHTML: () => [...parseDOM],
    ...(toDOM && { renderHTML: ({ node }) => toDOM(node) as DOMOutputSpecArray }),
  } as NodeConfig)
}

function markExtension(name: string, spec: MarkSpec) {
  const { toDOM, parseDOM = [], attrs, ...rest } = spec
  return Mark.create({
    name,
    priority,
    ...pick(rest, ['inclusive', 'excludes']),
    addAttributes: () => attributesOf(attrs),
    parseHTML: () => [...parseDOM],
    ...(toDOM && { renderHTML: ({ mark }) => toDOM(mark as PmMark, true) as DOMOutputSpecArray }),
  } as MarkConfig)
}

/** The named properties that are set: to tiptap one that is undefined is not one that is absent. */
const pick = <Whole extends object>(whole: Whole, names: readonly string[]) =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => names.includes(name)))
