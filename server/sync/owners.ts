/** Whose each client id of a draft is: the first person's who wrote under it, or the server's (null). */

/** A person has one client id for each page that was opened and typed into. */
const mostClients = 5_000

export class Owners {
  #owners = new Map<number, string | null>()

  of(client: number): string | null | undefined {
    return this.#owners.get(client)
  }

  has(client: number): boolean {
    return this.#owners.has(client)
  }

  set(client: number, person: string | null): void {
    this.#owners.set(client, person)
  }

  /** Takes in what the log knows. Whoever was bound just now stays so, though the log has not heard of it yet. */
  learn(stored: ReadonlyMap<number, string | null>): void {
    this.#owners = new Map([...stored, ...this.#owners])
  }

  /** What the log has refused is nobody's. */
  forget(): void {
    this.#owners = new Map()
  }

  /** Whether a person would have more client ids than the pages that one can have opened. */
  wouldHaveTooMany(person: string, more: number): boolean {
    let count = more
    for (const owner of this.#owners.values()) if (owner === person) count++
    return count > mostClients
  }

  /**
   * Binds to this person, in `bound`, those of the client ids that are nobody's; nothing when one is
   * somebody else's, or they are too many.
   */
  bind(
    clients: Iterable<number>,
    person: string,
    bound: Set<number>,
  ): 'foreign' | 'too-long' | null {
    const news: number[] = []
    for (const client of clients) {
      if (bound.has(client)) continue
      const owner = this.#owners.get(client)
      if (owner === undefined) news.push(client)
      else if (owner !== person) return 'foreign'
    }
    if (news.length === 0) return null
    if (this.wouldHaveTooMany(person, bound.size + news.length)) return 'too-long'
    for (const client of news) bound.add(client)
    return null
  }
}
