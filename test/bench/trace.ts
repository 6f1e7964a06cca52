/**
 * The edits of somebody who writes a paper, one character each: runs of typing and of deleting, at a
 * cursor that jumps. Their number and their kinds are those of the B4 trace of the editing
 * benchmarks, whose licence does not let it be shipped.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** `removed` characters go at `at`, and `inserted` comes in their place. */
export type Edit = { at: number; removed: number; inserted: string }

/** The B4 trace: 259,778 edits that leave 104,852 characters. */
export const paper = { insertions: 182_315, deletions: 77_463 } as const

/** Of all runs; the rest delete. */
const typingShare = 0.587
/** Of all runs, those that begin somewhere else. */
const jumpShare = 0.51
/** Of all deletions, those of the character before the cursor; the rest take the one after it. */
const backwardShare = 0.62
const longest = { typed: 130, deleted: 68 } as const

/** Writes such a trace; the same seed writes the same. */
export function writeTrace(
  seed: number,
  { insertions, deletions }: { insertions: number; deletions: number } = paper,
): Edit[] {
  const writer = new Writer(seededRandom(seed))
  while (writer.typed < insertions || writer.deleted < deletions) {
    const left = { insert: insertions - writer.typed, remove: deletions - writer.deleted }
    writer.jump()
    if (left.remove === 0 || writer.isEmpty || (left.insert > 0 && writer.wantsToType())) {
      writer.type(left.insert)
    } else writer.remove(left.remove)
  }
  return writer.edits
}

class Writer {
  readonly edits: Edit[] = []
  typed = 0
  deleted = 0
  readonly #random: () => number
  #cursor = 0

  constructor(random: () => number) {
    this.#random = random
  }

  get isEmpty(): boolean {
    return this.#length === 0
  }

  get #length(): number {
    return this.typed - this.deleted
  }

  wantsToType(): boolean {
    return this.#random() < typingShare
  }

  /** Mostly a little way; sometimes to the other end of the paper. */
  jump(): void {
    if (this.#random() > jumpShare) return
    const distance = this.#upTo(Math.max(this.#length, 2))
    const goal = this.#cursor + (this.#random() < 0.5 ? -distance : distance)
    this.#cursor = Math.min(Math.max(goal, 0), this.#length)
  }

  type(most: number): void {
    for (let left = Math.min(this.#upTo(longest.typed), most); left > 0; left--) {
      this.edits.push({ at: this.#cursor++, removed: 0, inserted: this.#letter() })
      this.typed++
    }
  }

  remove(most: number): void {
    const backward = this.#random() < backwardShare
    for (let left = Math.min(this.#upTo(longest.deleted), most); left > 0; left--) {
      if (this.isEmpty) return
      if (this.#cursor === this.#length || (backward && this.#cursor > 0)) this.#cursor--
      this.edits.push({ at: this.#cursor, removed: 1, inserted: '' })
      this.deleted++
    }
  }

  /** As many small numbers as large ones, on a logarithmic scale. */
  #upTo(most: number): number {
    return Math.floor(most ** this.#random())
  }

  #letter(): string {
    return letters[Math.floor(this.#random() * letters.length)] ?? ' '
  }
}

const letters = '      eeeeeeetttttaaaaooooiiinnnnsssshhrrrddllcummwfgypbvk,.\n'

/** Mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Reads a trace in the form of josephg/editing-traces: compressed JSON of transactions with patches. */
export function readTrace(file: string): Edit[] {
  const trace = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as {
    txns: { patches: [at: number, removed: number, inserted: string][] }[]
  }
  return trace.txns.flatMap(({ patches }) =>
    patches.map(([at, removed, inserted]) => ({ at, removed, inserted })),
  )
}
