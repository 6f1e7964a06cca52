/** Which of the changes that were made here are on the server's disk: one question at a time. [DRAFT2] */
export class Acknowledgements {
  /** Counts the changes; the server tells up to which of them all is on its disk. */
  #changes = 0
  #saved = 0
  /** The fence that the server has not answered yet. */
  #asked: number | null = null

  get unsaved(): boolean {
    return this.#changes > this.#saved
  }

  changed(): void {
    this.#changes++
  }

  /** The connection came or went: what was asked on it before is not answered any more. */
  reconnected(): void {
    this.#asked = null
  }

  answered(fence: number): void {
    this.#saved = Math.max(this.#saved, fence)
    this.#asked = null
  }

  /** The fence to send now, behind all that was sent so far; null when there is nothing to ask. */
  ask(): number | null {
    if (this.#asked !== null || !this.unsaved) return null
    this.#asked = this.#changes
    return this.#asked
  }
}
