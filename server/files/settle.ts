/** What can be said of blocks only once all are read: the levels of headings, and where numbers start anew. */
import type { Attrs } from '@tiptap/pm/model'
import { type BlockKind, fittingLevel } from '#shared/text/blocks.ts'
import type { NodeJson } from '#shared/text/draft.ts'

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

function clearFrom(counts: number[], level: number): void {
  counts.length = Math.min(counts.length, level)
}
