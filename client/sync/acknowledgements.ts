/** Counts what was changed here, and up to where the server has told that it is on its disk. [DRAFT2] */
export class Acknowledgements {
  #changes = 0
  #saved = 0
  #asked: number | null = null

  /** How many changes there were. */
  get changes(): number {
    return this.#changes
  }

  get unsaved(): boolean {
    return this.#changes > this.#saved
  }

  /** The number to ask the server about now; null while there is nothing to ask, or an answer is awaited. */
  get fence(): number | null {
    return this.unsaved && this.#asked === null ? this.#changes : null
  }

  /** Something was changed here; returns its number. */
  changed(): number {
    return ++this.#changes
  }

  /** The fence went out. */
  sent(): void {
    this.#asked = this.#changes
  }

  /** The server has answered. It cannot have saved more than there is. */
  saved(count: number): void {
    this.#saved = Math.min(Math.max(this.#saved, count), this.#changes)
    this.#asked = null
  }

  /** The connection is gone, and with it the question. */
  lost(): void {
    this.#asked = null
  }
}
