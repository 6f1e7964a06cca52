/** A table that several editors share, without a browser: going into cells, acting on it, comparing what each has. */
import { type Command, TextSelection } from '@tiptap/pm/state'
import { CellSelection } from '@tiptap/pm/tables'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { BlockIds } from '#client/drafting/editor/block-ids.ts'
import { mendTables, mendTablesPlugin } from '#client/drafting/tables/mend-tables.ts'
import { newTable } from '#client/drafting/tables/table-acts.ts'
import type { TableBlock } from '#shared/text/canonical.ts'
import { readNodes, readText } from '#shared/text/draft.ts'
import { schema } from '#shared/text/schema.ts'
import { startWith, TestEditor } from './editors.ts'
import { seedIds } from './seeded-ids.ts'

const plugins = () => [
  ...(BlockIds.config.addProseMirrorPlugins?.call({} as never) ?? []),
  mendTablesPlugin(),
]

/** A line, a table whose cells say where they are (`0-1` is the first row's second), a line. */
function tableStart(rows = 3, columns = 3): Uint8Array {
  const ydoc = new Y.Doc()
  Y.applyUpdate(ydoc, startWith({ id: 'a', words: 'до' }, { id: 'z', words: 'после' }))
  const editor = new TestEditor(2, Y.encodeStateAsUpdate(ydoc), plugins())
  editor.dispatch(editor.state.tr.insert(4, newTable(schema, rows, columns)))
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      into(editor, row, column).type(`${row}-${column}`)
    }
  }
  return Y.encodeStateAsUpdate(editor.ydoc)
}

seedIds(1)
const start = tableStart()

/** Editors of a text with one table, which have not heard of each other yet. */
export function several(count = 2): TestEditor[] {
  seedIds(2)
  return [10, 20, 30].slice(0, count).map((client) => new TestEditor(client, start, plugins()))
}

export function tableOf({ doc }: TestEditor) {
  return doc.children.find(({ type }) => type.name === 'table')
}

function tableStartPos(editor: TestEditor): number {
  let pos = -1
  editor.doc.forEach((node, offset) => {
    if (node.type.name === 'table') pos = offset + 1
  })
  return pos
}

/** The position of a cell, by its place among the rows and cells as they are. */
function cellAt(editor: TestEditor, row: number, cell: number): number {
  const table = tableOf(editor)
  if (!table) throw new Error('there is no table')
  const rows = table.children.filter(({ childCount }) => childCount > 0)
  const rowNode = rows[row % rows.length]
  if (!rowNode) throw new Error('there is no row')
  let pos = tableStartPos(editor)
  for (const one of table.children) {
    if (one === rowNode) break
    pos += one.nodeSize
  }
  const at = cell % rowNode.childCount
  return rowNode.children.slice(0, at).reduce((sum, one) => sum + one.nodeSize, pos + 1)
}

/** The caret at the end of a cell. */
export function into(editor: TestEditor, row: number, cell: number): TestEditor {
  const pos = cellAt(editor, row, cell)
  const end = pos + (editor.doc.nodeAt(pos)?.nodeSize ?? 0) - 1
  const { tr } = editor.state
  editor.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1)))
  return editor
}

export const act = (editor: TestEditor, command: Command): boolean =>
  command(mended(editor).state, editor.dispatch)

/** As the tools do it: nothing is done to a table before it is whole. */
export function mended(editor: TestEditor): TestEditor {
  const tr = mendTables(editor.state)
  if (tr.docChanged) editor.dispatch(tr)
  return editor
}

export function select(editor: TestEditor, from: [number, number], to: [number, number]) {
  mended(editor)
  const [anchor, head] = [cellAt(editor, ...from), cellAt(editor, ...to)]
  const selection = CellSelection.create(editor.doc, anchor, head)
  editor.dispatch(editor.state.tr.setSelection(selection))
}

/** The rows as everybody would freeze them, a word for each cell. */
export function frozen(editor: TestEditor): string[] {
  const { text, problems } = readText(editor.ydoc, 'ru')
  expect(problems.map(({ code }) => code)).not.toContain('unreadable')
  const table = text.blocks.find((block): block is TableBlock => block.kind === 'table')
  return (table?.rows ?? []).map((row) =>
    row
      .map(({ blocks, colspan, rowspan }) => {
        const words = blocks.map(({ runs }) => runs.map((run) => ('text' in run ? run.text : '')))
        const span = colspan || rowspan ? `(${colspan ?? 1}×${rowspan ?? 1})` : ''
        return words.flat().join('') + span
      })
      .join(' | '),
  )
}

export function alike(editors: readonly TestEditor[]) {
  const [first, ...others] = editors.map(({ doc }) => doc.toJSON())
  for (const other of others) expect(other).toEqual(first)
  for (const editor of editors) {
    const held = readNodes(editor.ydoc.getXmlFragment('body:ru'))
    expect(held.toJSON()).toEqual(editor.doc.toJSON())
    expect(frozen(editor)).toEqual(frozen(editors[0] as TestEditor))
  }
}

/** Every row of the frozen table is as wide as the others: spans reach nowhere beyond, and leave no gap. */
export function isWhole(editor: TestEditor) {
  const { text } = readText(editor.ydoc, 'ru')
  for (const block of text.blocks) {
    if (block.kind !== 'table') continue
    const taken = block.rows.map(() => 0)
    block.rows.forEach((row, at) => {
      for (const { colspan = 1, rowspan = 1 } of row) {
        expect(at + rowspan).toBeLessThanOrEqual(block.rows.length)
        for (let down = at; down < at + rowspan; down++) taken[down] = (taken[down] ?? 0) + colspan
      }
    })
    expect(new Set(taken).size).toBe(1)
  }
}
