/** The numbers of clauses and list items: computed whenever a text is drawn, never stored. [DRAFT5] */
import { cyrillicLanguages, type Language } from '../language/languages.ts'
import type { BlockKind } from './blocks.ts'
import type { NumberingStyle } from './form.ts'

/** What numbering needs to know of a block. `start` restarts the count of its level at that number. */
export type NumberedBlock = { kind: BlockKind; level: number; start: number | null }

/**
 * The label of each block, `''` for those without one: `1.` `а)` `i)` in Cyrillic texts, `1.` `(a)`
 * `(i)` in English, or `1.` `1.1` `1.1.1` when clauses are numbered by figures. Operative clauses
 * count through the whole text; a list counts until anything that is not a list interrupts it.
 */
export function numberLabels(
  blocks: readonly NumberedBlock[],
  language: Language,
  style: NumberingStyle = 'letters',
): string[] {
  const clauses = new Counter()
  const list = new Counter()
  return blocks.map((block) => {
    const { kind, level } = block
    if (kind === 'operative') {
      list.clear()
      const count = clauses.next(block)
      if (style === 'decimal' && level > 0) return figures(clauses, level)
      return labelOf(count, level, language)
    }
    if (kind === 'numbered') return labelOf(list.next(block), level, language)
    if (kind === 'bullet') {
      list.clearFrom(level)
      return bullets[level] ?? '–'
    }
    list.clear()
    return ''
  })
}

/** The number of each block as its label shows it; null for those that are not counted. */
export function numbersOf(blocks: readonly NumberedBlock[]): (number | null)[] {
  const clauses = new Counter()
  const list = new Counter()
  return blocks.map((block) => {
    if (block.kind === 'operative') {
      list.clear()
      return clauses.next(block)
    }
    if (block.kind === 'numbered') return list.next(block)
    if (block.kind === 'bullet') list.clearFrom(block.level)
    else list.clear()
    return null
  })
}

/** How a cross-reference calls each operative clause, `2 (а)` with its parents; `''` for other blocks. */
export function referenceLabels(
  blocks: readonly NumberedBlock[],
  language: Language,
  style: NumberingStyle = 'letters',
): string[] {
  const clauses = new Counter()
  return blocks.map((block) => {
    if (block.kind !== 'operative') return ''
    clauses.next(block)
    if (style === 'decimal') return figures(clauses, block.level)
    return clauses.path
      .slice(0, block.level + 1)
      .map((count, level) => (count ? bare(count, level, language) : ''))
      .filter((part) => part !== '')
      .map((part, index) => (index === 0 ? part : `\u00a0(${part})`))
      .join('')
  })
}

class Counter {
  path: number[] = []

  next({ level, start }: NumberedBlock): number {
    this.clearFrom(level + 1)
    const count = start ?? (this.path[level] ?? 0) + 1
    this.path[level] = count
    return count
  }

  clearFrom(level: number) {
    this.path.length = Math.min(this.path.length, level)
  }

  clear() {
    this.path = []
  }
}

/** The counts of a clause and of those above it; a level that was left out is left out here too. */
const figures = ({ path }: Counter, level: number): string =>
  path
    .slice(0, level + 1)
    .filter((count) => count !== undefined)
    .join('.')

const bullets = ['•', '–', '◦', '·']

/** Letters as legal drafting in Russian uses them: without ё, й, ъ, ы, ь, which are easily misread. */
const cyrillic = [...'абвгдежзиклмнопрстуфхцчшщэюя']
const latin = [...'abcdefghijklmnopqrstuvwxyz']

function labelOf(count: number, level: number, language: Language): string {
  const number = bare(count, level, language)
  if (level === 0) return `${number}.`
  return cyrillicLanguages.includes(language) ? `${number})` : `(${number})`
}

function bare(count: number, level: number, language: Language): string {
  if (level === 1) return letters(count, cyrillicLanguages.includes(language) ? cyrillic : latin)
  return level === 2 ? roman(count) : String(count)
}

/** а … я, then аа, аб …; a count below one, which only a hostile draft has, stays a figure. */
function letters(count: number, alphabet: string[]): string {
  if (count < 1) return String(count)
  const rest = count - 1
  const last = alphabet[rest % alphabet.length] as string
  return rest < alphabet.length
    ? last
    : letters(Math.floor(rest / alphabet.length), alphabet) + last
}

const romans = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count)
  let rest = count
  let text = ''
  for (const [sign, worth] of romans) {
    while (rest >= worth) {
      text += sign
      rest -= worth
    }
  }
  return text
}
