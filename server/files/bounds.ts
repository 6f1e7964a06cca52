/** How much a Word file may hold before we stop reading it. Real statements stay far below. */
import { Refusal } from '#shared/refusals.ts'

export const most = {
  /** Files inside the zip. */
  entries: 5000,
  /** Bytes of one part, and of all the parts that we read, once inflated. */
  partBytes: 32 * 1024 * 1024,
  totalBytes: 100 * 1024 * 1024,
  /** Elements inside one another. */
  depth: 200,
  /** Properties of one thing, each of which may be looked for again and again. */
  properties: 500,
  /** Elements, their attributes, and characters of text, in all the parts together. */
  elements: 500_000,
  attributes: 1_500_000,
  characters: 2_000_000,
  /** Pictures, and their bytes once inflated; what is above that is left out. */
  pictures: 50,
  pictureBytes: 60 * 1024 * 1024,
  /** Fields inside one another. */
  openFields: 50,
  /** Columns of a table; Word itself stops at 63. */
  columns: 100,
} as const

/** What one file has used up so far. Each method throws `file-too-large` once there is too much. */
export class Budget {
  #bytes: number
  #elements: number = most.elements
  #attributes: number = most.attributes
  #characters: number = most.characters

  constructor(bytes: number = most.totalBytes) {
    this.#bytes = bytes
  }

  /** How many bytes the next part may have. */
  get bytes(): number {
    return Math.min(this.#bytes, most.partBytes)
  }

  spendBytes(count: number): void {
    this.#bytes -= count
    within(this.#bytes >= 0 && count <= most.partBytes)
  }

  spendElement(depth: number): void {
    this.#elements--
    within(this.#elements >= 0 && depth <= most.depth)
  }

  /** `place` counts the attributes of one element. */
  spendAttribute(place: number): void {
    this.#attributes--
    within(this.#attributes >= 0 && place <= most.properties)
  }

  spendCharacters(count: number): void {
    this.#characters -= count
    within(this.#characters >= 0)
  }
}

/** Throws `file-too-large` unless this holds. */
export function within(bounds: boolean): void {
  if (!bounds) throw new Refusal('file-too-large')
}
