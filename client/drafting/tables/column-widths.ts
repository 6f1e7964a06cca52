/** How wide the columns of a table are, in hundredths of the table. */
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { wholeTable, widthsOf } from '#shared/text/whole-table.ts'

/** No column becomes narrower than this. */
const least = 5

/** The widths that somebody has set, one for each column; null when nobody has. */
export function tableWidths(table: Node): number[] | null {
  const grid = wholeTable(table)
  return grid && widthsOf(grid)
}

/** As wide as `widths`, but with `by` taken from the column behind `column` and given to it. */
export function shiftedWidths(widths: readonly number[], column: number, by: number): number[] {
  const whole = evenOut(widths)
  const [own = 0, next = 0] = whole.slice(column, column + 2)
  if (column + 1 >= whole.length) return whole
  const given = Math.round(Math.min(Math.max(by, least - own), next - least))
  return whole.with(column, own + given).with(column + 1, next - given)
}

/** Whole numbers that add up to a hundred. */
function evenOut(widths: readonly number[]): number[] {
  const sum = widths.reduce((all, width) => all + width, 0) || 1
  const whole = widths.map((width) => Math.max(Math.round((width / sum) * 100), least))
  const over = whole.reduce((all, width) => all + width, 0) - 100
  const widest = whole.indexOf(Math.max(...whole))
  return whole.with(widest, (whole[widest] ?? 0) - over)
}

/** Writes the widths on every cell, so that rows made later and rows moved to the top have them too. */
export function setWidths(
  tr: Transaction,
  pos: number,
  table: Node,
  widths: readonly number[] | null,
): Transaction {
  const grid = wholeTable(table)
  const places = new Map(
    grid?.rows.flat().flatMap((placed) => (placed.cell ? [[placed.cell.node, placed]] : [])),
  )
  table.descendants((cell, offset) => {
    const placed = places.get(cell)
    if (!placed) return cell.type.name === 'tableRow'
    const own = widths?.slice(placed.column, placed.column + placed.colspan) ?? null
    if (JSON.stringify(own) !== JSON.stringify(cell.attrs.colwidth)) {
      tr.setNodeAttribute(pos + 1 + offset, 'colwidth', own)
    }
    return false
  })
  return tr
}
