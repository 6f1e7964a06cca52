/** What can be said of blocks only once all are read: the levels of headings, and where numbers start anew. */
import type { Attrs } from '@tiptap/pm/model'
import { type BlockKind, fittingLevel } from '#shared/text/blocks.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import type { NumberingStyle } from '#shared/text/form.ts'
import { numberLabels } from '#shared/text/numbering.ts'
import type { Losses } from './losses.ts'
import { factsOf } from './text-blocks.ts'

/** From levels as Word counts them to ours: below a title that is not a heading, each goes one deeper. */
export function settleHeadings(headings: readonly Attrs[]): void {
  const levels = new Set(headings.map(({ level }) => level))
  const deeper = levels.has(0) && levels.has(1) ? 1 : 0
  for (const attrs of headings as { level: number }[]) {
    attrs.level = attrs.level === 0 ? 1 : fittingLevel('heading', attrs.level + deeper)
  }
}

/**
 * Sets `start` on every numbered block whose number in Word, by its attributes in `numbers`, is not
 * the one that our text would come to by itself. The text counts as in `shared/text/numbering.ts`.
 */
export function settleStarts(
  blocks: readonly NodeJson[],
  numbers: ReadonlyMap<Attrs, number>,
): void {
  const counts: { operative: number[]; numbered: number[] } = { operative: [], numbered: [] }
  for (const { attrs = {} } of blocks) {
    const { kind, level } = attrs as { kind?: BlockKind; level: number }
    if (kind !== 'numbered') clearFrom(counts.numbered, kind === 'bullet' ? level : 0)
    if (kind !== 'numbered' && kind !== 'operative') continue
    const count = counts[kind]
    clearFrom(count, level + 1)
    const next = (count[level] ?? 0) + 1
    const shown = numbers.get(attrs) ?? next
    count[level] = shown
    if (shown !== next) (attrs as { start: number }).start = shown
  }
}

/**
 * How the file numbers the clauses below others, by the labels it shows (`1.1`, `а)`), by their
 * attributes. Figures that our text does not come to by itself are counted as a loss.
 */
export function settleLabels(
  blocks: readonly NodeJson[],
  labels: ReadonlyMap<Attrs, string>,
  losses: Losses,
): NumberingStyle | null {
  const facts = blocks.map(factsOf)
  const shown = blocks.map(({ attrs = {} }, at) => {
    const isClause = facts[at]?.kind === 'operative'
    return isClause ? (labels.get(attrs)?.replace(/[.):]+$/, '') ?? '') : ''
  })
  // One figure alone is the number of a deep clause in either style, so it tells nothing.
  const below = shown.filter((label, at) => /\D/.test(label) && Number(facts[at]?.level) > 0)
  const inFigures = below.filter(isFigures).length
  const style = inFigures * 2 > below.length ? 'decimal' : 'letters'
  const computed = numberLabels(facts, 'en', style).map((label) => label.replace(/\.$/, ''))
  const others = shown.filter((label, at) => isFigures(label) && label !== computed[at])
  losses.add('numbering', others.length)
  return below.length > 0 ? style : null
}

const isFigures = (label: string) => /^\d+(\.\d+)+$/.test(label)

function clearFrom(counts: number[], level: number): void {
  counts.length = Math.min(counts.length, level)
}
