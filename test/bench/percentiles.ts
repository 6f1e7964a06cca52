/** Percentiles of many durations in little memory: a histogram whose buckets are 1 % wide. */

const width = Math.log(1.01)
/** Reaches from one microsecond to beyond a day. */
const mostBuckets = 2600

export class Percentiles {
  readonly #buckets = new Float64Array(mostBuckets)
  #count = 0
  #largest = 0

  get count(): number {
    return this.#count
  }

  /** Adds a duration in milliseconds. */
  add(milliseconds: number): void {
    const microseconds = Math.max(milliseconds * 1000, 1)
    const bucket = Math.min(Math.round(Math.log(microseconds) / width), mostBuckets - 1)
    this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1
    this.#count++
    this.#largest = Math.max(this.#largest, milliseconds)
  }

  /** The duration in milliseconds that this share (0 to 1) did not exceed, to 1 %; null when there is none. */
  at(share: number): number | null {
    if (this.#count === 0) return null
    let below = 0
    for (const [bucket, count] of this.#buckets.entries()) {
      below += count
      if (below > 0 && below >= share * this.#count) {
        return Math.min(Math.exp(bucket * width) / 1000, this.#largest)
      }
    }
    return this.#largest
  }
}

/** The middle value; the mean of the two middle ones of an even number. Null when there is none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[sorted.length >> 1]
  if (upper === undefined) return null
  const lower = sorted[(sorted.length - 1) >> 1] ?? upper
  return (lower + upper) / 2
}
