/** What everybody typed: each token, in which change it was typed and deleted, and whether others saw it. */

export type Token = {
  readonly name: string
  /** Who typed it, and how many changes that one had made with it. */
  readonly by: Author
  readonly born: number
  /** In which change it was deleted by the same; null while it was not. */
  gone: number | null
  seen: boolean
}

export type Author = {
  readonly name: string
  /** Up to which change all must be there now; what comes after it may be there or not. */
  certain(): number
}

export class Ledger {
  readonly #tokens = new Map<string, Token>()
  #counter = 0

  get size(): number {
    return this.#tokens.size
  }

  /** A token to type; `born` counts the change in which that happens. */
  mint(by: Author, born: number): Token {
    const name = `<${by.name}.${++this.#counter}>`
    const token = { name, by, born, gone: null, seen: false }
    this.#tokens.set(name, token)
    return token
  }

  /** Somebody has these words before their eyes. */
  look(reader: Author, words: string): void {
    for (const [name] of words.matchAll(tokens)) {
      const token = this.#tokens.get(name)
      if (token && token.by !== reader) token.seen = true
    }
  }

  /** What is wrong with these words, or null. */
  wrong(words: string): string | null {
    const counts = new Map<string, number>()
    for (const [name] of words.matchAll(tokens)) counts.set(name, (counts.get(name) ?? 0) + 1)
    for (const token of this.#tokens.values()) {
      const count = counts.get(token.name) ?? 0
      if (count > 1) return `${token.name} is there ${count} times`
      if (count === 0 && mustBeThere(token)) return `${token.name} is lost`
      if (count === 1 && mustBeGone(token)) return `${token.name} was deleted and is there`
    }
    return null
  }
}

const tokens = /<[^<>]+>/g

const mustBeThere = ({ by, born, gone, seen }: Token) =>
  gone === null && (seen || born <= by.certain())

const mustBeGone = ({ by, gone }: Token) => gone !== null && gone <= by.certain()
