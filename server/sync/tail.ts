/** How much of a draft stands behind its newest snapshot, and when the next snapshot is worth its work. */

/** In bytes; a shorter tail is read at once anyway. */
const shortTail = 64 * 1024

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
   * Takes a snapshot if the tail has grown longer than a quarter of the last one, so that all the
   * work of a draft's life stays in proportion to what was written. `take` resolves with its length in bytes,
   * or null when there was nothing to do. After a failure it is tried again when as much has come anew.
   */
  async shorten(take: () => Promise<number | null>): Promise<void> {
    const behind = this.#bytes
    if (this.#taking || behind <= Math.max(shortTail, this.#snapshot / 4)) return
    this.#taking = true
    this.#bytes = 0
    try {
      this.#snapshot = (await take()) ?? this.#snapshot
    } finally {
      this.#taking = false
    }
  }
}
