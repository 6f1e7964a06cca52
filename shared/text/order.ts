/**
 * Places in a list as words that sort: between any two there is always another. Who moves a thing
 * writes one word on it, and nothing is re-created that somebody may be typing in.
 */

const digits = '0123456789abcdefghijklmnopqrstuvwxyz'

/** The longest place that anybody accepts. A list that needs longer ones is numbered anew. */
const longest = 60

/** A place never ends in the lowest digit: nothing would fit before it. */
export const isOrder = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longest && /^[0-9a-z]*[1-9a-z]$/.test(value)

/** A place behind `before` and ahead of `after` (null: the end); null where there is none short enough. */
export function orderBetween(before: string, after: string | null): string | null {
  if (after !== null && before >= after) return null
  let order = ''
  // Only as far as both begin alike does `after` bind.
  let bound = after
  for (let at = 0; at < longest; at++) {
    const low = digits.indexOf(before[at] ?? '0')
    const high = bound === null ? digits.length : digits.indexOf(bound[at] ?? '0')
    const middle = (low + high) >> 1
    if (middle > low) return order + digits[middle]
    order += digits[low]
    if (high > low) bound = null
  }
  return null
}

/** So many places, evenly apart. */
export function evenOrders(count: number): string[] {
  const width = count.toString(digits.length).length
  return Array.from(
    { length: count },
    (_, at) => `${at.toString(digits.length).padStart(width, '0')}i`,
  )
}
