/** Writes a table: its grid, its header rows, what is merged across and down. */
import type { NodeJson } from '#shared/text/draft.ts'
import { readReview } from '#shared/text/review.ts'
import { most } from '../bounds.ts'
import { tag } from '../markup.ts'
import type { ChangeWriter } from './write-runs.ts'

/** What can be written on an A4 page between its margins, in twentieths of a point. */
const width = 9354

type Slot = { cell: NodeJson; span: number; merge: 'none' | 'begins' | 'goes-on' }

export function writeTable(
  table: NodeJson,
  changes: ChangeWriter,
  writeCell: (cell: NodeJson) => string,
): string {
  const rows = table.content ?? []
  const grid = layOut(rows)
  const columns = Math.max(1, ...grid.map((row) => row.reduce((sum, { span }) => sum + span, 0)))
  const column = Math.floor(width / columns)
  let isHead = true
  const written = rows.map((row, at) => {
    isHead &&= (row.content ?? []).length > 0 && (row.content ?? []).every(isHeader)
    return writeRow(row, grid[at] ?? [], { isHead, columns, column }, changes, writeCell)
  })
  return tag(
    'w:tbl',
    {},
    tag(
      'w:tblPr',
      {},
      tag('w:tblStyle', { 'w:val': 'TableGrid' }),
      tag('w:tblW', { 'w:w': 5000, 'w:type': 'pct' }),
      tag('w:tblLook', { 'w:val': '0020', 'w:firstRow': 1, 'w:noHBand': 1, 'w:noVBand': 1 }),
    ),
    tag('w:tblGrid', {}, tag('w:gridCol', { 'w:w': column }).repeat(columns)),
    ...written,
  )
}

/** Which cell stands in which columns of each row; a cell that reaches down has a slot in every row. */
function layOut(rows: readonly NodeJson[]): Slot[][] {
  let above: { cell: NodeJson; span: number; left: number; at: number }[] = []
  return rows.map((row) => {
    const slots: Slot[] = []
    const below: typeof above = []
    let at = 0
    const goOn = () => {
      for (let found = reaching(above, at); found; found = reaching(above, at)) {
        slots.push({ cell: found.cell, span: found.span, merge: 'goes-on' })
        if (found.left > 1) below.push({ ...found, left: found.left - 1 })
        at += found.span
      }
    }
    for (const cell of row.content ?? []) {
      goOn()
      const span = spanOf(cell.attrs?.colspan, most.columns)
      const down = spanOf(cell.attrs?.rowspan, rows.length)
      slots.push({ cell, span, merge: down > 1 ? 'begins' : 'none' })
      if (down > 1) below.push({ cell, span, left: down - 1, at })
      at += span
    }
    goOn()
    above = below
    return slots
  })
}

const reaching = <Cell extends { at: number }>(cells: readonly Cell[], at: number) =>
  cells.find((cell) => cell.at === at)

const spanOf = (value: unknown, greatest: number) =>
  Number.isInteger(value) ? Math.min(Math.max(Number(value), 1), Math.max(greatest, 1)) : 1

export const isHeader = ({ attrs }: NodeJson): boolean => attrs?.header === true

function writeRow(
  row: NodeJson,
  slots: readonly Slot[],
  { isHead, columns, column }: { isHead: boolean; columns: number; column: number },
  changes: ChangeWriter,
  writeCell: (cell: NodeJson) => string,
): string {
  const review = readReview(row.attrs?.review)
  const after = columns - slots.reduce((sum, { span }) => sum + span, 0)
  const properties = [
    after > 0 ? tag('w:gridAfter', { 'w:val': after }) : '',
    isHead ? tag('w:tblHeader') : '',
    review?.kind === 'insertion' ? tag('w:ins', changes.attributes(review.id)) : '',
    review?.kind === 'deletion' ? tag('w:del', changes.attributes(review.id)) : '',
  ].join('')
  const cells = slots.map(({ cell, span, merge }) =>
    tag(
      'w:tc',
      {},
      tag(
        'w:tcPr',
        {},
        tag('w:tcW', { 'w:w': column * span, 'w:type': 'dxa' }),
        span > 1 ? tag('w:gridSpan', { 'w:val': span }) : '',
        merge === 'begins' ? tag('w:vMerge', { 'w:val': 'restart' }) : '',
        merge === 'goes-on' ? tag('w:vMerge') : '',
      ),
      merge === 'goes-on' ? tag('w:p') : writeCell(cell),
    ),
  )
  // Word opens no row without cells.
  if (cells.length === 0) cells.push(tag('w:tc', {}, tag('w:p')))
  return tag('w:tr', {}, properties && tag('w:trPr', {}, properties), ...cells)
}
