/** How much of a draft stands behind its newest snapshot, and when the next snapshot is worth its work. */

/** A tail is short up to so many bytes, or up to this part of the snapshot, whichever is more. */
const short = {
  /** While people write: all the work of a draft's life stays in proportion to what was written. */
  open: { bytes: 64 * 1024, part: 1 / 4 },
  /** When all have left: the next who comes need not wait until the text has been read. */
  closed: { bytes: 1024, part: 1 / 64 },
} as const

export class Tail {
  #snapshot = 0
  #bytes = 0
  #taking = false

  /** The draft was loaded: a snapshot of so many bytes, and so many behind it. */
  restart(snapshot: number, bytes: number): void {
    this.#snapshot = snapshot
    this.#bytes = bytes
  }

  grow(bytes: number): void {
    this.#bytes += bytes
  }

  /**
   * Takes a snapshot if the tail has grown long. `take` resolves with its length in bytes, or null when
   * there was nothing to do. After a failure it is tried again when as much has come anew.
   */
  async shorten(room: keyof typeof short, take: () => Promise<number | null>): Promise<void> {
    const { bytes, part } = short[room]
    if (this.#taking || this.#bytes <= Math.max(bytes, this.#snapshot * part)) return
    this.#taking = true
    this.#bytes = 0
    try {
      this.#snapshot = (await take()) ?? this.#snapshot
    } finally {
      this.#taking = false
    }
  }
}
