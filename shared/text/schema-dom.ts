/** How the attributes of nodes are written into HTML and read from it, wherever it was copied. */
import type { Attrs } from '@tiptap/pm/model'
import { type BlockKind, fittingLevel, isBlockKind } from './blocks.ts'
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

export function listItemAttrs(element: HTMLElement): Attrs {
  const list = element.parentElement
  const kind: BlockKind = list?.tagName === 'OL' ? 'numbered' : 'bullet'
  let level = 0
  for (let outer = list?.parentElement; outer; outer = outer.parentElement) {
    if (outer.tagName === 'OL' || outer.tagName === 'UL') level++
  }
  return { kind, level: fittingLevel(kind, level) }
}

export function cellAttrs(element: HTMLElement, header: boolean): Attrs {
  const span = (name: string) => Math.min(Math.max(Number(element.getAttribute(name)) || 1, 1), 100)
  return { header, colspan: span('colspan'), rowspan: span('rowspan') }
}
