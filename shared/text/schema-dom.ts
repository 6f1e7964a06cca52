/** How the attributes of our blocks are written into HTML, and read from it again. */
import type { Attrs } from '@tiptap/pm/model'
import { fittingLevel, isBlockKind } from './blocks.ts'
import { readReview } from './review.ts'

export const elementOf = ({ kind, level }: Attrs) => {
  if (kind === 'heading') return `h${fittingLevel('heading', level)}`
  return kind === 'quotation' ? 'blockquote' : 'p'
}

export const reviewKind = ({ review }: Attrs): string | null => readReview(review)?.kind ?? null

export const dataOf = ({ id, kind, level, start, review }: Attrs) => ({
  'data-id': id,
  'data-kind': kind,
  'data-level': String(level),
  'data-start': start === null ? null : String(start),
  'data-review': reviewKind({ review }),
})

export function attrsFromData(element: HTMLElement): Attrs | false {
  const { id, kind, level, start } = element.dataset
  if (!isBlockKind(kind)) return false
  return {
    id: id ?? null,
    kind,
    level: fittingLevel(kind, Number(level)),
    start: start ? Math.trunc(Number(start)) || null : null,
  }
}
