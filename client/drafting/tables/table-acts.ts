/** What one does to a table: rows, columns, cells, headers. Each act is a command of ProseMirror's kind. */
import type { Node, Schema } from '@tiptap/pm/model'
import {
  type Command,
  type EditorState,
  NodeSelection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'
import {
  addRow,
  CellSelection,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  selectedRect,
} from '@tiptap/pm/tables'
import { newId } from '#shared/text/blocks.ts'
import { mendTable } from './mend-table.ts'

/** Whether the caret, or a selection of cells, is in a table. */
export const inTable = (state: EditorState): boolean => isInTable(state)

/** An empty table; its first row heads the columns. */
export function newTable(schema: Schema, rows: number, columns: number): Node {
  const names = Array.from({ length: columns }, newId)
  const row = (at: number) =>
    schema.node(
      'tableRow',
      { id: newId() },
      names.map((column) =>
        schema.node('tableCell', { id: newId(), column, header: at === 0 }, [
          schema.node('block', { id: newId() }),
        ]),
      ),
    )
  const body = Array.from({ length: rows }, (_, at) => row(at))
  return schema.node('table', { id: newId() }, body)
}

/** Puts a node behind the block, picture or table that the caret is in; above it when that is an empty line. */
function insertInFlow(state: EditorState, node: Node): { tr: Transaction; pos: number } {
  const { $from } = state.selection
  const at = state.selection instanceof NodeSelection ? $from.pos : $from.depth && $from.before(1)
  const here = state.doc.nodeAt(at)
  const isEmptyLine = here?.type.name === 'block' && here.content.size === 0
  const pos = isEmptyLine || !here ? at : at + here.nodeSize
  const { tr } = state
  tr.insert(pos, node)
  const after = pos + node.nodeSize
  if (after === tr.doc.content.size) tr.insert(after, state.schema.node('block', { id: newId() }))
  return { tr, pos }
}

export const insertTable =
  (rows: number, columns: number): Command =>
  (state, dispatch) => {
    const { tr, pos } = insertInFlow(state, newTable(state.schema, rows, columns))
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(pos + 1))).scrollIntoView())
    return true
  }

/** Tab: the next cell, and behind the last one a new row. */
export const nextCell: Command = (state, dispatch) => {
  if (!inTable(state)) return false
  if (goToNextCell(1)(state, dispatch)) return true
  const rect = selectedRect(state)
  const tr = addRow(state.tr, rect, rect.map.height)
  const newRow = rect.tableStart + rect.table.content.size
  const table = tr.doc.nodeAt(rect.tableStart - 1)
  // The new cells have no line to type on before they are mended.
  if (table) mendTable(tr, rect.tableStart - 1, table)
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(newRow + 2))).scrollIntoView())
  return true
}

export const previousCell: Command = (state, dispatch) =>
  inTable(state) && (goToNextCell(-1)(state, dispatch) || true)

/** Deletes the selected rows; with all of them the table. */
export const dropRows: Command = (state, dispatch) => {
  const { top, bottom, map } = selectedRect(state)
  return top === 0 && bottom === map.height
    ? deleteTable(state, dispatch)
    : deleteRow(state, dispatch)
}

export const dropColumns: Command = (state, dispatch) => {
  const { left, right, map } = selectedRect(state)
  return left === 0 && right === map.width
    ? deleteTable(state, dispatch)
    : deleteColumn(state, dispatch)
}

/** Empties the selected cells; a whole table that is empty already goes. */
export const clearCells: Command = (state, dispatch) => {
  const { selection, tr } = state
  if (!(selection instanceof CellSelection)) return false
  const cells: { cell: Node; pos: number }[] = []
  selection.forEachCell((cell, pos) => cells.push({ cell, pos }))
  const whole = selection.isRowSelection() && selection.isColSelection()
  if (whole && cells.every(({ cell }) => cell.textContent === '')) {
    return deleteTable(state, dispatch)
  }
  // The line stays what it is: what somebody types in it at the same time is not lost.
  for (const { cell, pos } of cells.sort((a, b) => b.pos - a.pos)) {
    const first = cell.firstChild
    if (!first) continue
    const end = pos + 1 + first.nodeSize
    tr.delete(end, pos + cell.nodeSize - 1)
    if (first.content.size > 0) tr.delete(pos + 2, end - 1)
  }
  dispatch?.(tr)
  return true
}

/** Makes the first row, or the first column, heads of what follows, or ordinary cells again. */
export const toggleHeader =
  (which: 'row' | 'column'): Command =>
  (state, dispatch) => {
    const { map, table, tableStart } = selectedRect(state)
    const cells = headCells(state, which)
    const header = !isHeader(state, which)
    const { tr } = state
    for (const pos of cells) {
      const corner = pos === map.map[0] && isHeader(state, which === 'row' ? 'column' : 'row')
      if (table.nodeAt(pos)?.attrs.header !== (header || corner)) {
        tr.setNodeAttribute(tableStart + pos, 'header', header || corner)
      }
    }
    dispatch?.(tr)
    return true
  }

/** Whether the first row, or column, heads the others. The corner belongs to both, and alone says nothing. */
export function isHeader(state: EditorState, which: 'row' | 'column'): boolean {
  const { table, map } = selectedRect(state)
  const cells = headCells(state, which)
  const own = cells.filter((pos) => pos !== map.map[0])
  return (own.length > 0 ? own : cells).every((pos) => table.nodeAt(pos)?.attrs.header === true)
}

function headCells(state: EditorState, which: 'row' | 'column'): number[] {
  const { map } = selectedRect(state)
  const [right, bottom] = which === 'row' ? [map.width, 1] : [1, map.height]
  return map.cellsInRect({ left: 0, top: 0, right, bottom })
}
