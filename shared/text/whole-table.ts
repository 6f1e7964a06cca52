/** A table's node as the whole grid that everybody makes of it, however its rows and cells have come together. */
import type { Node } from '@tiptap/pm/model'
import { type Grid, type Placed, wholeGrid } from './grid.ts'

export type CellOf = { node: Node; colspan: number; rowspan: number; column: string | null }
export type PlacedCell = Placed<CellOf>

/** Null when the table has no cell at all. Rows without a cell are none, and no cell reaches over them. */
export function wholeTable(
  table: Node,
  nameOf: (cell: Node) => string | null = ({ attrs }) => attrs.column,
): Grid<CellOf> | null {
  const rows = table.children.map(({ children }) =>
    children.map((node) => ({
      node,
      colspan: spanOf(node.attrs.colspan, 100),
      rowspan: spanOf(node.attrs.rowspan, 1000),
      column: nameOf(node),
    })),
  )
  rows.forEach((row, at) => {
    if (row.length > 0) return
    rows.slice(0, at).forEach((above, aboveAt) => {
      for (const cell of above) if (aboveAt + cell.rowspan > at) cell.rowspan--
    })
  })
  const filled = rows.filter((row) => row.length > 0)
  return filled.length > 0 ? wholeGrid(filled) : null
}

/** The widths of the columns as the topmost cells have them; null when nobody has set any. */
export function widthsOf({ columns, rows }: Grid<CellOf>): number[] | null {
  const widths = columns.map(() => 0)
  for (const { cell, column, colspan } of rows.flat()) {
    const own: unknown = cell?.node.attrs.colwidth
    if (!Array.isArray(own)) continue
    for (let at = 0; at < colspan; at++) widths[column + at] ||= Number(own[at]) || 0
  }
  return widths.some((width) => width > 0) ? widths : null
}

/** Whether all cells that stand in this row head their columns, so that one that fills a gap does, too. */
export function isHeaderRow(row: readonly PlacedCell[]): boolean {
  const cells = row.flatMap(({ cell }) => (cell ? [cell.node] : []))
  return cells.length > 0 && cells.every(({ attrs }) => attrs.header === true)
}

const spanOf = (value: unknown, most: number): number =>
  Number.isSafeInteger(value) ? Math.min(Math.max(Number(value), 1), most) : 1
