/** What list items and cells of a foreign page become, told from the elements that they stand in. */
import type { Attrs } from '@tiptap/pm/model'
import { type BlockKind, fittingLevel } from './blocks.ts'

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
