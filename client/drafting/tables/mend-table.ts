/** Steps that make a whole table of one whose rows and cells came together from several people. [DRAFT6] */
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { newId } from '#shared/text/blocks.ts'
import type { Grid } from '#shared/text/grid.ts'
import { type CellOf, isHeaderRow, type PlacedCell, wholeTable } from '#shared/text/whole-table.ts'

/** Adds the steps to `tr`; `pos` is the position before the table. A table that is whole gets none. */
export function mendTable(tr: Transaction, pos: number, table: Node): void {
  const names = columnNames(table)
  const grid = wholeTable(table, (cell) => names.get(cell) ?? cell.attrs.column)
  if (!grid) {
    tr.delete(pos, pos + table.nodeSize)
    return
  }
  const filled = [...grid.rows]
  const rows = table.children.map((row) => (row.childCount > 0 ? (filled.shift() ?? null) : null))
  let end = pos + table.nodeSize - 1
  // From the end, so that what was not reached yet keeps its position.
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = table.child(at)
    const start = end - row.nodeSize
    const cells = rows[at]
    if (cells) mendRow(tr, start + 1, row, cells, grid, names)
    else tr.delete(start, end)
    end = start
  }
}

/** Names for cells whose column has none yet: that of the cells above and below, else a new one. */
function columnNames(table: Node): Map<Node, string> {
  const names = new Map<Node, string>()
  const natural = wholeTable(table, () => null)
  if (!natural) return names
  const placed = natural.rows.flat().filter(({ cell }) => cell !== null)
  const unnamed = placed.filter(({ cell }) => cell?.node.attrs.column === null)
  if (unnamed.length === 0) return names
  const taken = new Set(placed.map(({ cell }) => cell?.node.attrs.column))
  const isNew = unnamed.length === placed.length
  const found = new Map<number, string>()
  for (const { cell, column } of placed) {
    const name = cell?.node.attrs.column
    if (name && ![...found.values()].includes(name) && !found.has(column)) found.set(column, name)
  }
  for (const { cell, column } of unnamed) {
    // Several people may touch a table without names at once: all give the same ones.
    const name = found.get(column) ?? (isNew && !taken.has(`k${column}`) ? `k${column}` : newId())
    found.set(column, name)
    if (cell) names.set(cell.node, name)
  }
  return names
}

function mendRow(
  tr: Transaction,
  start: number,
  row: Node,
  placed: readonly PlacedCell[],
  grid: Grid<CellOf>,
  names: Map<Node, string>,
) {
  const kept = placed.flatMap(({ cell }) => (cell ? [cell.node] : []))
  const inOrder = kept.length === row.childCount && kept.every((cell, at) => cell === row.child(at))
  const whole = placed.map((one) => wholeCell(tr, one, placed, grid, names))
  if (!inOrder) {
    tr.replaceWith(start, start + row.content.size, whole)
    return
  }
  let end = start + row.content.size
  for (let at = placed.length - 1; at >= 0; at--) {
    const before = placed[at]?.cell?.node
    const after = whole[at] as Node
    if (!before) tr.insert(end, after)
    else {
      end -= before.nodeSize
      mendCell(tr, end, before, after)
    }
  }
}

function mendCell(tr: Transaction, pos: number, before: Node, after: Node) {
  if (before.childCount === 0) tr.insert(pos + 1, after.children)
  for (const [name, value] of Object.entries(after.attrs)) {
    if (before.attrs[name] !== value) tr.setNodeAttribute(pos, name, value)
  }
}

/** The cell as it is in the whole table; an empty one, with a line to type on, where there was none. */
function wholeCell(
  { doc }: Transaction,
  { cell, row, column, colspan, rowspan }: PlacedCell,
  placed: readonly PlacedCell[],
  grid: Grid<CellOf>,
  names: Map<Node, string>,
): Node {
  const { schema } = doc.type
  const node = cell?.node ?? schema.node('tableCell', { column: grid.columns[column] ?? null })
  const attrs = {
    ...node.attrs,
    colspan,
    rowspan,
    column: names.get(node) ?? ownColumn(node, grid, column),
    header: node.attrs.header || (node.attrs.id === null && isHeading(row, column, placed, grid)),
  }
  const content = node.childCount > 0 ? node.content : schema.node('block')
  return schema.node('tableCell', attrs, content)
}

/**
 * A second cell for one column, which stands behind all columns, leaves that name: each mending would
 * find it out of its column anew, and put one more column before it.
 */
function ownColumn({ attrs }: Node, { columns }: Grid<CellOf>, at: number): string | null {
  return columns.includes(attrs.column) && columns[at] !== attrs.column ? null : attrs.column
}

/** A new cell heads its column or row when the others beside it do. */
function isHeading(
  row: number,
  column: number,
  placed: readonly PlacedCell[],
  { rows }: Grid<CellOf>,
): boolean {
  const known = (one: PlacedCell) => one.cell !== null && one.cell.node.attrs.id !== null
  if (isHeaderRow(placed.filter(known))) return true
  const below = rows.flat().filter((one) => known(one) && one.column === column && one.row > 0)
  return row > 0 && isHeaderRow(below)
}
