/** In which order the columns of a table stand, told from the names that its cells bear. */

/** A table with more names than this has none that count: they were made to make it wide. */
const mostColumns = 200

/** As most rows have it; a column that only other rows know stands behind the one before it there. */
export function columnOrder(rows: readonly (readonly { column: string | null }[])[]): string[] {
  const sequences = rows.map((cells) => [
    ...new Set(cells.map(({ column }) => column).filter((column) => column !== null)),
  ])
  const order = [...mostCommon(sequences)]
  for (const sequence of sequences) insertUnknown(order, sequence)
  return order.length > mostColumns ? [] : order
}

function mostCommon(sequences: readonly string[][]): string[] {
  const counts = new Map<string, { sequence: string[]; weight: number }>()
  for (const sequence of sequences) {
    const key = sequence.join(' ')
    const found = counts.get(key) ?? { sequence, weight: 0 }
    // A row that is merged into one cell says little of the others.
    found.weight += sequence.length
    counts.set(key, found)
  }
  let best: { sequence: string[]; weight: number } = { sequence: [], weight: 0 }
  for (const one of counts.values()) if (one.weight > best.weight) best = one
  return best.sequence
}

function insertUnknown(order: string[], sequence: readonly string[]) {
  sequence.forEach((column, at) => {
    if (order.includes(column) || order.length > mostColumns) return
    const before = sequence[at - 1]
    const next = sequence.slice(at + 1).find((other) => order.includes(other))
    if (before !== undefined) order.splice(order.indexOf(before) + 1, 0, column)
    else if (next !== undefined) order.splice(order.indexOf(next), 0, column)
    else order.push(column)
  })
}
