/** Every block has an id, and no two the same, whatever somebody pastes or splits. */
import type { Node } from '@tiptap/pm/model'
import { EditorState, type Plugin } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { BlockIds } from '#client/drafting/editor/block-ids.ts'
import { isId } from '#shared/text/blocks.ts'
import { schema } from '#shared/text/schema.ts'
import { exchange, startWith, TestEditor } from '../support/editors.ts'

const plugins = BlockIds.config.addProseMirrorPlugins?.call({} as never) as Plugin[]
const block = (id: string | null, words = 'а') =>
  schema.node('block', { id }, words ? [schema.text(words)] : [])
const stateOf = (...blocks: Node[]) =>
  EditorState.create({ doc: schema.node('doc', null, blocks), plugins })

const idsOf = ({ doc }: EditorState): unknown[] => {
  const ids: unknown[] = []
  doc.descendants((node) => {
    if ('id' in node.attrs) ids.push(node.attrs.id)
  })
  return ids
}

describe('[DRAFT5] a block', () => {
  test('that is new gets an id', () => {
    const state = stateOf(block('a'))
    const next = state.apply(state.tr.insert(state.doc.content.size, block(null)))
    const [first, second] = idsOf(next)
    expect(first).toBe('a')
    expect(isId(second)).toBe(true)
  })

  test.each([
    ['before', 0],
    ['behind', 3],
  ])(
    'that is copied %s the one it was copied from gets an id of its own; the other keeps its own',
    (_, place) => {
      const state = stateOf(block('a'), block('b'))
      const original = state.doc.firstChild
      const next = state.apply(state.tr.insert(place, block('a')))
      const ids = idsOf(next)
      expect(new Set(ids).size).toBe(3)
      const kept = next.doc.children.find((node) => node.attrs.id === 'a')
      expect(kept).toBe(original)
    },
  )

  test('that is moved keeps its id', () => {
    const state = stateOf(block('a', 'первый'), block('b', 'второй'))
    const moved = state.doc.firstChild as Node
    const tr = state.tr.delete(0, moved.nodeSize)
    const next = state.apply(tr.insert(tr.doc.content.size, moved))
    expect(idsOf(next)).toEqual(['b', 'a'])
  })

  test('inside a pasted table gets an id, as the table, its rows and its cells do', () => {
    const cell = schema.node('tableCell', null, [block(null), block('a')])
    const table = schema.node('table', { id: null }, [schema.node('tableRow', null, [cell])])
    const state = stateOf(block('a'))
    const ids = idsOf(state.apply(state.tr.insert(3, table)))
    expect(ids).toHaveLength(6)
    expect(ids.every(isId)).toBe(true)
    expect(new Set(ids).size).toBe(6)
    expect(ids[0]).toBe('a')
  })

  test('without an id is left alone while nobody here changes the text: others’ editors see to theirs', () => {
    const state = stateOf(block(null), block('a'), block('a'))
    expect(idsOf(state.apply(state.tr.setMeta('looked', true)))).toEqual([null, 'a', 'a'])
  })

  test('that words are typed into keeps its id', () => {
    const state = stateOf(block('a'), block('b'))
    expect(idsOf(state.apply(state.tr.insertText('вода', 1)))).toEqual(['a', 'b'])
  })
})

test('[DRAFT1] a block that is given an id while two type in it has its words once', () => {
  const start = startWith({ id: 'a', words: 'первый' }, { id: 'a', words: 'второй' })
  const [one, another] = [10, 11].map((client) => new TestEditor(client, start, plugins)) as [
    TestEditor,
    TestEditor,
  ]
  one.goTo(1, 6).type('!')
  another.goTo(1, 0).type('«')
  exchange([one, another])
  expect(one.words).toEqual(['первый', '«второй!'])
  expect(another.words).toEqual(one.words)
})
