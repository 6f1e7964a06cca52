/** Counts the items of an OpenDocument file's lists as LibreOffice does when it shows them. */
import { numberWord } from '../word/number-words.ts'
import type { XmlElement } from '../xml.ts'
import type { ListLevel } from './styles.ts'

export type ListMark = { kind: 'ordered' | 'bullet' | 'none'; number: number; label: string }

type Counts = (number | undefined)[]

/** Meets the lists, and within them the items, in the order of the text. */
export class ListCounter {
  readonly #byList = new Map<string, Counts>()
  readonly #byStyle = new Map<string, Counts>()
  readonly #headings: Counts = []

  /** The counts that an outermost list goes on with. */
  begin({ attributes }: XmlElement, style: string | undefined): Counts {
    const named = this.#byList.get(attributes['text:continue-list'] ?? '')
    const goesOn = attributes['text:continue-numbering'] === 'true'
    const counts = named ?? (goesOn ? this.#byStyle.get(style ?? '') : undefined) ?? []
    const id = attributes['xml:id'] ?? attributes['text:id']
    if (id) this.#byList.set(id, counts)
    if (style) this.#byStyle.set(style, counts)
    return counts
  }

  next(
    counts: Counts,
    level: number,
    levels: readonly ListLevel[],
    start: number | undefined,
  ): ListMark {
    const own = levels[level]
    const before = counts[level]
    counts.length = Math.min(counts.length, level + 1)
    counts[level] = start ?? (before === undefined ? (own?.start ?? 1) : before + 1)
    return {
      kind: own?.kind ?? 'bullet',
      number: counts[level],
      label: labelOf(counts, level, levels),
    }
  }

  /** The label of a heading by the numbering of headings. */
  heading(level: number, levels: readonly ListLevel[], start: number | undefined): string {
    if (levels[level]?.kind !== 'ordered') return ''
    return this.next(this.#headings, level, levels, start).label
  }
}

const formats = new Map([
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
])

function labelOf(counts: Counts, level: number, levels: readonly ListLevel[]): string {
  const own = levels[level]
  if (own?.kind !== 'ordered') return ''
  const first = Math.max(0, level + 1 - own.shown)
  const numbers = counts.slice(first, level + 1).map((count, at) => {
    const format = levels[first + at]?.format ?? '1'
    return numberWord(count ?? 1, formats.get(format) ?? 'decimal')
  })
  return `${own.prefix}${numbers.join('.')}${own.suffix}`.trim()
}
