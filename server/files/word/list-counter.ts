/** Counts the items of lists as Word does when it shows a document. */

import { numberWord } from './number-words.ts'
import type { List, ListLevel, ListPlace } from './numbering.ts'

/** What stands before the words of a list item. A label with words of its own, `Статья 1.`, cannot be computed again. */
export type ListMark =
  | { kind: 'ordered'; number: number; label: string; hasWords: boolean }
  | { kind: 'bullet' }
  | { kind: 'none'; label: string }

/** Meets the items in the order of the text. */
export class ListCounter {
  readonly #counts = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()
  readonly #headings = new Set<string>()

  /** Counts the item that stands there. */
  next({ list, level }: ListPlace): ListMark {
    const definition = list.levels[level]
    if (!definition) return { kind: 'none', label: '' }
    const counts = this.#count(list, level, definition)
    const label = labelOf(definition, list, counts)
    if (definition.format === 'bullet') {
      return unseen.test(definition.text) ? { kind: 'none', label: '' } : { kind: 'bullet' }
    }
    if (definition.format === 'none') return { kind: 'none', label }
    const hasWords = /\p{L}/u.test(definition.text.replace(/%\d/g, ''))
    return { kind: 'ordered', number: counts[level] as number, label, hasWords }
  }

  /** Remembers that a heading stands there. */
  addHeading({ list, level }: ListPlace): void {
    this.#headings.add(`${list.family} ${level}`)
  }

  /** How deep the item is among clauses: levels above it that are headings do not count. */
  depthOf({ list, level }: ListPlace): number {
    const above = Array.from({ length: level }, (_, higher) => `${list.family} ${higher}`)
    return above.filter((key) => !this.#headings.has(key)).length
  }

  #count(list: List, level: number, definition: ListLevel): (number | undefined)[] {
    const counts = this.#counts.get(list.family) ?? []
    this.#counts.set(list.family, counts)
    const before = counts[level]
    counts[level] =
      this.#restart(list, level) ?? (before === undefined ? definition.start : before + 1)
    for (let deeper = level + 1; deeper < counts.length; deeper++) {
      if (!list.levels[deeper]?.goesOn) counts[deeper] = undefined
    }
    return counts
  }

  /** The number at which this list begins anew, when this is its first item at that level. */
  #restart(list: List, level: number): number | undefined {
    const key = `${list.id} ${level}`
    if (this.#begun.has(key)) return undefined
    this.#begun.add(key)
    return list.restarts[level]
  }
}

/** A sign that cannot be seen only indents: so pandoc marks what goes on with the item before. */
const unseen = /^[\s\uf020]*$/

const labelOf = (level: ListLevel, { levels }: List, counts: (number | undefined)[]): string =>
  level.text
    .replace(/%([1-9])/g, (_, digit) => {
      const place = Number(digit) - 1
      const { format = 'none', start = 1 } = levels[place] ?? {}
      if (format === 'none' || format === 'bullet') return ''
      return numberWord(counts[place] ?? start, level.figures ? 'decimal' : format)
    })
    .trim()
