/** The editor's schema is the shared one: what one writes, the other reads. */
import { getSchema } from '@tiptap/core'
import type { MarkType, NodeType, Schema } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import { schemaExtensions } from '#client/drafting/editor/schema-extensions.ts'
import { schema } from '#shared/text/schema.ts'

const editors = getSchema(schemaExtensions())

const attributesOf = (type: NodeType | MarkType) =>
  Object.fromEntries(
    Object.entries(type.spec.attrs ?? {}).map(([name, { default: value }]) => [name, value]),
  )

const shapeOfNode = (type: NodeType) => ({
  name: type.name,
  content: type.spec.content ?? '',
  groups: (type.spec.group ?? '').split(' '),
  attributes: attributesOf(type),
  inline: type.isInline,
  leaf: type.isLeaf,
  atom: type.isAtom,
  selectable: type.spec.selectable !== false,
  isolating: Boolean(type.spec.isolating),
  role: type.spec.tableRole ?? null,
  leafText: type.spec.leafText?.(type.create()) ?? null,
})

const shapeOfMark = (all: Schema, type: MarkType) => ({
  name: type.name,
  attributes: attributesOf(type),
  inclusive: type.spec.inclusive !== false,
  excludes: Object.values(all.marks)
    .filter((other) => type.excludes(other))
    .map((other) => other.name),
})

const node = (all: Schema, name: string) => all.nodes[name] as NodeType
const mark = (all: Schema, name: string) => all.marks[name] as MarkType

/** What may stand directly in a node, and which marks its content may have. */
const insideOf = (all: Schema, name: string) => ({
  nodes: Object.values(all.nodes)
    .filter((other) => node(all, name).contentMatch.matchType(other))
    .map((other) => other.name),
  marks: Object.values(all.marks)
    .filter((other) => node(all, name).allowsMarkType(other))
    .map((other) => other.name),
})

const drawn = (all: Schema, name: string) => {
  const type = node(all, name)
  return type.spec.toDOM?.(type.create())
}

const nodeNames = Object.keys(schema.nodes)

describe('[DRAFT6] the editor has the shared schema', () => {
  test('its nodes, in one order', () => {
    expect(Object.keys(editors.nodes)).toEqual(nodeNames)
    expect(editors.topNodeType.name).toBe('doc')
  })

  test('its marks, in one order, which decides how they nest', () => {
    expect(Object.keys(editors.marks)).toEqual(Object.keys(schema.marks))
  })

  test.each(nodeNames.filter((name) => name !== 'text'))('the node %s as it is', (name) => {
    expect(shapeOfNode(node(editors, name))).toEqual(shapeOfNode(node(schema, name)))
  })

  test.each(Object.keys(schema.marks))('the mark %s as it is', (name) => {
    expect(shapeOfMark(editors, mark(editors, name))).toEqual(
      shapeOfMark(schema, mark(schema, name)),
    )
  })

  test.each(nodeNames)('inside the node %s the same nodes and marks', (name) => {
    expect(insideOf(editors, name)).toEqual(insideOf(schema, name))
  })

  test.each(nodeNames.filter((name) => name !== 'text'))('the node %s drawn alike', (name) => {
    expect(drawn(editors, name)).toEqual(drawn(schema, name))
  })
})
