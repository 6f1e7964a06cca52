/** Which of the old things are which of the new, when both are in an order of their own. */

/**
 * Pairs of places, `[old, new]`, both rising, of things with the same key: as many as can be kept
 * without moving one past another (a longest rising subsequence). Keys are unique on each side.
 */
export function align(before: readonly unknown[], after: readonly unknown[]): [number, number][] {
  const places = new Map(before.map((key, at) => [key, at]))
  const candidates: [number, number][] = after.flatMap((key, at) => {
    const old = places.get(key)
    return old === undefined ? [] : [[old, at]]
  })
  return rising(candidates)
}

function rising(pairs: readonly [number, number][]): [number, number][] {
  /** For each length, the pair that such a run ends with at the lowest old place. */
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  pairs.forEach(([old], at) => {
    const length = firstNotBelow(ends, pairs, old)
    previous[at] = ends[length - 1]
    ends[length] = at
  })
  const kept: [number, number][] = []
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) {
    kept.unshift(pairs[at] as [number, number])
  }
  return kept
}

function firstNotBelow(ends: number[], pairs: readonly [number, number][], old: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const [end] = pairs[ends[middle] as number] as [number, number]
    if (end < old) low = middle + 1
    else high = middle
  }
  return low
}

/** How many at the beginning and at the end of two lists are the very same. */
export function commonEnds<Before, After>(
  before: readonly Before[],
  after: readonly After[],
  same: (old: Before, next: After) => boolean,
): { prefix: number; suffix: number } {
  const shortest = Math.min(before.length, after.length)
  let prefix = 0
  while (prefix < shortest && same(before[prefix] as Before, after[prefix] as After)) prefix++
  let suffix = 0
  while (
    suffix < shortest - prefix &&
    same(before[before.length - 1 - suffix] as Before, after[after.length - 1 - suffix] as After)
  ) {
    suffix++
  }
  return { prefix, suffix }
}
