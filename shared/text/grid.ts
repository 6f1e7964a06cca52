/**
 * The grid of a table. When several people change its shape at once, what comes together may be
 * ragged, or have two cells at one place. Everybody makes the same whole grid of it, by these rules:
 * a cell stands in its column; a cell that reaches over another is cut back; a gap is an empty cell.
 */
import { columnOrder } from './grid-columns.ts'

export type GridCell = { colspan: number; rowspan: number; column: string | null }

/** A cell at its place; `cell` is null for one that fills a gap. */
export type Placed<Cell> = {
  cell: Cell | null
  /** The first row and column that it takes. */
  row: number
  column: number
  colspan: number
  rowspan: number
}

export type Grid<Cell> = {
  /** The names of the columns; null for one that has none yet. */
  columns: (string | null)[]
  rows: Placed<Cell>[][]
}

/** More places than this are not filled: somebody wants to make everybody's table heavy. */
const mostPlaces = 20_000

/** `rows` have at least one cell each. */
export function wholeGrid<Cell extends GridCell>(rows: readonly (readonly Cell[])[]): Grid<Cell> {
  const grid = new Filling<Cell>(rows.length, columnOrder(rows))
  rows.forEach((cells, row) => {
    for (const cell of grid.inColumns(cells)) grid.place(cell, row)
  })
  if (grid.columns.length * rows.length <= mostPlaces) grid.fillGaps()
  return { columns: grid.columns, rows: grid.rows() }
}

class Filling<Cell extends GridCell> {
  readonly columns: (string | null)[]
  readonly #height: number
  readonly #taken: (Placed<Cell> | undefined)[][]
  readonly #placed: Placed<Cell>[] = []
  readonly #at: Map<string, number>

  constructor(height: number, columns: string[]) {
    this.#height = height
    this.columns = [...columns]
    this.#at = new Map(columns.map((column, at) => [column, at]))
    this.#taken = Array.from({ length: height }, () => [])
  }

  /** In the order of the columns; a cell without one stays behind the cell before it. */
  inColumns(cells: readonly Cell[]): Cell[] {
    let last = -1
    return cells
      .map((cell) => {
        last = this.#columnOf(cell) ?? last
        return { cell, last }
      })
      .sort((a, b) => a.last - b.last)
      .map(({ cell }) => cell)
  }

  place(cell: Cell, row: number) {
    const taken = this.#taken[row] as (Placed<Cell> | undefined)[]
    const own = this.#columnOf(cell)
    const holder = own === null ? undefined : taken[own]
    if (holder && own !== null && !isOrigin(holder, row, own)) this.#cutBack(holder, row, own)
    // A second cell for one column stands behind all columns.
    const twin = own !== null && taken[own] ? this.columns.length : own
    const column = this.#free(row, twin ?? this.#after(row))
    const placed = { cell, row, column, colspan: 1, rowspan: 1 }
    const width = own === null && this.#at.size === 0 ? cell.colspan : this.#room(cell, column)
    while (placed.colspan < width && !taken[column + placed.colspan]) placed.colspan++
    placed.rowspan = Math.min(Math.max(cell.rowspan, 1), this.#height - row)
    this.#take(placed)
  }

  fillGaps() {
    for (let row = 0; row < this.#height; row++) {
      for (let column = 0; column < this.columns.length; column++) {
        if (this.#taken[row]?.[column]) continue
        this.#take({ cell: null, row, column, colspan: 1, rowspan: 1 })
      }
    }
  }

  rows(): Placed<Cell>[][] {
    const rows = Array.from({ length: this.#height }, (): Placed<Cell>[] => [])
    for (const placed of this.#placed) rows[placed.row]?.push(placed)
    for (const row of rows) row.sort((a, b) => a.column - b.column)
    return rows
  }

  #columnOf({ column }: Cell): number | null {
    return column === null ? null : (this.#at.get(column) ?? null)
  }

  /** Behind the last cell that begins in this row. */
  #after(row: number): number {
    const last = this.#placed.at(-1)
    return last?.row === row ? last.column + last.colspan : 0
  }

  #free(row: number, from: number): number {
    let column = from
    while (this.#taken[row]?.[column]) column++
    return column
  }

  /** A table whose columns have names is as wide as they are many; a cell does not reach beyond. */
  #room({ colspan }: Cell, column: number): number {
    return Math.min(colspan, Math.max(this.columns.length - column, 1))
  }

  #cutBack(holder: Placed<Cell>, row: number, column: number) {
    this.#each(holder, (taken, at) => {
      taken[at] = undefined
    })
    if (holder.row < row) holder.rowspan = row - holder.row
    else holder.colspan = column - holder.column
    this.#each(holder, (taken, at) => {
      taken[at] = holder
    })
  }

  #take(placed: Placed<Cell>) {
    this.#each(placed, (taken, at) => {
      taken[at] ??= placed
    })
    this.#placed.push(placed)
    while (this.columns.length < placed.column + placed.colspan) this.columns.push(null)
  }

  #each(
    { row, column, colspan, rowspan }: Placed<Cell>,
    act: (taken: (Placed<Cell> | undefined)[], at: number) => void,
  ) {
    for (let down = row; down < row + rowspan; down++) {
      for (let at = column; at < column + colspan; at++) act(this.#taken[down] ?? [], at)
    }
  }
}

const isOrigin = ({ row, column }: Placed<unknown>, atRow: number, atColumn: number) =>
  row === atRow && column === atColumn
