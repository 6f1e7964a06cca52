/** Reads a table: its rows and cells, with what is merged across and down. */
import { newId } from '#shared/text/blocks.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import type { BlockReview } from '#shared/text/review.ts'
import { most, within } from '../bounds.ts'
import { childOf, settingOf, switchOf, wholeNumber, type XmlElement } from '../xml.ts'
import { emptyBlock } from './blocks.ts'
import type { Changes } from './changes.ts'

/**
 * The table, all its rows equally wide; null when it has none. `readCell` gives the blocks of a cell.
 * Throws `file-too-large` for more columns than Word itself allows.
 */
export function readTable(
  table: XmlElement,
  changes: Changes,
  readCell: (cell: XmlElement) => NodeJson[],
): NodeJson | null {
  const rows: Row[] = []
  let above: MergedCells = new Map()
  for (const element of inside(table, 'w:tr')) {
    const row = readRow(element, above, reviewOf(element, changes), readCell)
    above = row.merged
    if (row.cells.length > 0) rows.push(row)
    else for (const cell of row.continued) cell.attrs.rowspan--
  }
  const width = rows.reduce((widest, row) => Math.max(widest, row.width), 0)
  within(width <= most.columns)
  for (const row of rows) row.cells.push(...filling(width - row.width, row.isHeader))
  if (rows.length === 0) return null
  const content = rows.map(({ cells, review }) => ({
    type: 'tableRow',
    ...(review && { attrs: { review } }),
    content: cells,
  }))
  return { type: 'table', attrs: { id: newId() }, content }
}

/** The cells of a table in the order of the text, for one whose words alone are wanted. */
export const cellsOf = (table: XmlElement): XmlElement[] =>
  inside(table, 'w:tr').flatMap((row) => inside(row, 'w:tc'))

type Cell = {
  type: 'tableCell'
  attrs: { header: boolean; colspan: number; rowspan: number }
  content: NodeJson[]
}

/** The cells that may go on in the next row, by their first column. */
type MergedCells = Map<number, Cell>

type Row = {
  cells: Cell[]
  /** The cells of rows above that reach into this one. */
  continued: Cell[]
  merged: MergedCells
  width: number
  isHeader: boolean
  review: BlockReview | null
}

/** A row that was inserted or deleted. */
function reviewOf(row: XmlElement, changes: Changes): BlockReview | null {
  const properties = childOf(row, 'w:trPr')
  const deleted = childOf(properties, 'w:del')
  if (deleted) return { kind: 'deletion', id: changes.idOf('deletion', deleted) }
  const inserted = childOf(properties, 'w:ins')
  return inserted ? { kind: 'insertion', id: changes.idOf('insertion', inserted) } : null
}

function readRow(
  element: XmlElement,
  above: MergedCells,
  review: BlockReview | null,
  readCell: (cell: XmlElement) => NodeJson[],
): Row {
  const properties = childOf(element, 'w:trPr')
  const isHeader = switchOf(properties, 'w:tblHeader') ?? false
  const before = spanOf(properties, 'w:gridBefore', 0)
  const cells = filling(before, isHeader)
  const row: Row = { cells, continued: [], merged: new Map(), width: before, isHeader, review }
  for (const tc of inside(element, 'w:tc')) {
    const cellProperties = childOf(tc, 'w:tcPr')
    const colspan = spanOf(cellProperties, 'w:gridSpan', 1)
    const cell = newCell(colspan, isHeader || isHeading(tc), readCell(tc))
    const start = row.width
    row.width += colspan
    const merge = childOf(cellProperties, 'w:vMerge')
    const upper = above.get(start)
    const goesOn =
      merge && merge.attributes['w:val'] !== 'restart' && upper?.attrs.colspan === colspan
    if (goesOn) {
      join(upper, cell)
      row.continued.push(upper)
    } else row.cells.push(cell)
    if (merge) row.merged.set(start, goesOn ? upper : cell)
  }
  const after = spanOf(properties, 'w:gridAfter', 0)
  row.width += after
  row.cells.push(...filling(after, isHeader))
  return row
}

/** A single cell is a heading by the style of its paragraphs. */
const isHeading = (cell: XmlElement): boolean => {
  const paragraphs = inside(cell, 'w:p')
  return (
    paragraphs.length > 0 &&
    paragraphs.every((one) =>
      headingStyles.has(settingOf(childOf(one, 'w:pPr'), 'w:pStyle')?.replace(/[\s_-]/g, '') ?? ''),
    )
  )
}

const headingStyles = new Set(['TableHeading'])

/** Makes a cell reach one row further down; words that Word hides under it are kept. */
function join(upper: Cell, lower: Cell): void {
  upper.attrs.rowspan++
  const hidden = lower.content.filter(({ content }) => content)
  if (hidden.length === 0) return
  upper.content = [...upper.content.filter(({ content }) => content), ...hidden]
}

const newCell = (colspan: number, header: boolean, content: NodeJson[]): Cell => ({
  type: 'tableCell',
  attrs: { header, colspan, rowspan: 1 },
  content: content.length > 0 ? content : [emptyBlock()],
})

/** An empty cell as wide as that, or none. */
const filling = (width: number, header: boolean): Cell[] =>
  width > 0 ? [newCell(width, header, [])] : []

const spanOf = (properties: XmlElement | undefined, name: string, least: number): number =>
  Math.max(wholeNumber(settingOf(properties, name), most.columns + 1) ?? least, least)

/** Rows and cells may stand inside content controls and the like. */
const inside = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((child) => {
    if (child.name === name) return [child]
    return child.name.endsWith('Pr') ? [] : inside(child, name)
  })
