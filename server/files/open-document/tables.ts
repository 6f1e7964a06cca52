/** Reads a table of an OpenDocument file: header rows, repeated cells, what is merged. */
import { newId } from '#shared/text/blocks.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { most, within } from '../bounds.ts'
import { emptyBlock } from '../word/blocks.ts'
import { wholeNumber, type XmlElement } from '../xml.ts'

/** Null for a table without cells. Throws `file-too-large` for more columns than any table has. */
export function readTable(
  table: XmlElement,
  readCell: (cell: XmlElement) => NodeJson[],
): NodeJson | null {
  const rows = rowsOf(table, false).flatMap(({ row, isHead }) => {
    const cells = row.children.flatMap((cell) => readCells(cell, isHead, readCell))
    within(cells.length <= most.columns)
    return cells.length > 0 ? [{ type: 'tableRow', content: cells }] : []
  })
  // A sheet goes on with empty cells to its edge: only what has words at its end is a row.
  while (rows.length > 0 && rows.at(-1)?.content.every(isBlank)) rows.pop()
  return rows.length > 0 ? { type: 'table', attrs: { id: newId() }, content: rows } : null
}

type Row = { row: XmlElement; isHead: boolean }

function rowsOf(element: XmlElement, isHead: boolean): Row[] {
  return element.children.flatMap((child) => {
    if (child.name === 'table:table-row') {
      const times = repeated(child.attributes['table:number-rows-repeated'])
      return Array.from({ length: times }, () => ({ row: child, isHead }))
    }
    if (child.name === 'table:table-header-rows') return rowsOf(child, true)
    return /^table:table-(rows|row-group)$/.test(child.name) ? rowsOf(child, isHead) : []
  })
}

function readCells(
  cell: XmlElement,
  isHead: boolean,
  readCell: (cell: XmlElement) => NodeJson[],
): NodeJson[] {
  // A covered cell lies under one that reaches over it.
  if (cell.name !== 'table:table-cell') return []
  const { attributes } = cell
  const span = (name: string) => Math.max(1, wholeNumber(attributes[name], most.columns + 1) ?? 1)
  const times = repeated(attributes['table:number-columns-repeated'])
  return Array.from({ length: times }, () => {
    const content = readCell(cell)
    return {
      type: 'tableCell',
      attrs: {
        header: isHead || isHeading(cell),
        colspan: span('table:number-columns-spanned'),
        rowspan: span('table:number-rows-spanned'),
      },
      content: content.length > 0 ? content : [emptyBlock()],
    }
  })
}

/** Nobody repeats a row or cell with words in it so often. */
const repeated = (value: string | undefined) =>
  Math.min(Math.max(wholeNumber(value, most.columns) ?? 1, 1), most.columns)

/** A single cell is a heading by the style of its paragraphs. */
const isHeading = ({ children }: XmlElement): boolean => {
  const paragraphs = children.filter(({ name }) => name === 'text:p')
  return (
    paragraphs.length > 0 &&
    paragraphs.every(({ attributes }) => attributes['text:style-name'] === 'Table_20_Heading')
  )
}

const isBlank = ({ content = [] }: NodeJson) => content.every((block) => !block.content)
