/** Moving a row up or down, a column left or right: whole, with all its cells as they are. */
import type { Node } from '@tiptap/pm/model'
import { type Command, TextSelection, type Transaction } from '@tiptap/pm/state'
import { selectedRect, type TableMap, type TableRect } from '@tiptap/pm/tables'

/** The rows of the caret one up or down. False when a merged cell would be torn apart. */
export const moveRow =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const rect = selectedRect(state)
    const { map, table, tableStart, top, bottom } = rect
    const lines = swap(by, top, bottom, map.height, (at) => isCutBetweenRows(map, at))
    if (!lines) return false
    if (!dispatch) return true
    const [from, middle, to] = lines
    const rows = table.children
    const start = tableStart + sizeOf(rows.slice(0, from))
    const end = tableStart + sizeOf(rows.slice(0, to))
    const { tr } = state
    tr.replaceWith(start, end, [...rows.slice(middle, to), ...rows.slice(from, middle)])
    dispatch(withCaret(tr, state.selection.$head))
    return true
  }

/** The columns of the caret one to the left or right. False when a merged cell would be torn apart. */
export const moveColumn =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const rect = selectedRect(state)
    const { map, left, right } = rect
    const lines = swap(by, left, right, map.width, (at) => isCutBetweenColumns(map, at))
    if (!lines) return false
    if (!dispatch) return true
    const { tr } = state
    for (let row = map.height - 1; row >= 0; row--) swapCells(tr, rect, row, lines)
    dispatch(withCaret(tr, state.selection.$head))
    return true
  }

/** The two neighbouring stretches that change places, as their three borders. */
function swap(
  by: 1 | -1,
  first: number,
  end: number,
  all: number,
  isCut: (border: number) => boolean,
): [number, number, number] | null {
  let other = by === 1 ? end + 1 : first - 1
  while (other > 0 && other < all && isCut(other)) other += by
  if (other < 0 || other > all || isCut(first) || isCut(end)) return null
  return by === 1 ? [first, end, other] : [other, first, end]
}

/** Whether a cell reaches over the border above this row. */
function isCutBetweenRows({ map, width, height }: TableMap, row: number): boolean {
  if (row <= 0 || row >= height) return false
  const above = map.slice((row - 1) * width, row * width)
  return above.some((cell, at) => cell === map[row * width + at])
}

function isCutBetweenColumns({ map, width, height }: TableMap, column: number): boolean {
  if (column <= 0 || column >= width) return false
  return Array.from({ length: height }, (_, row) => row * width + column).some(
    (at) => map[at] === map[at - 1],
  )
}

function swapCells(
  tr: Transaction,
  { map, table, tableStart }: TableRect,
  row: number,
  [from, middle, to]: [number, number, number],
) {
  const cells = (left: number, right: number): Node[] =>
    map
      .cellsInRect({ left, right, top: row, bottom: row + 1 })
      .filter((pos) => map.findCell(pos).top === row)
      .map((pos) => table.nodeAt(pos) as Node)
  const [first, second] = [cells(from, middle), cells(middle, to)]
  if (first.length === 0 || second.length === 0) return
  const start = tableStart + map.positionAt(row, from, table)
  tr.replaceWith(start, start + sizeOf(first) + sizeOf(second), [...second, ...first])
}

const sizeOf = (nodes: readonly Node[]) => nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0)

/** The caret stays with its letters, wherever their block has gone. */
function withCaret(tr: Transaction, $head: TextSelection['$head']): Transaction {
  const { id } = $head.parent.attrs
  tr.doc.descendants((node, pos) => {
    if (id && node.isTextblock && node.attrs.id === id) {
      tr.setSelection(TextSelection.create(tr.doc, pos + 1 + $head.parentOffset))
    }
  })
  return tr.scrollIntoView()
}
