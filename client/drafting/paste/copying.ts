/** What is copied here, for any program: real lists, headings and tables, and plain text with its numbers. */
import { DOMSerializer, type Fragment, type Node } from '@tiptap/pm/model'
import type { Language } from '#shared/language/languages.ts'
import { anchorCharacter } from '#shared/text/blocks.ts'
import type { NumberingStyle } from '#shared/text/form.ts'
import { numberLabels } from '#shared/text/numbering.ts'

type Counted = { tag: 'ol' | 'ul'; level: number; list: HTMLElement; item: HTMLElement | null }

/** Fragment as HTML; a part of one block (`isWhole` is not set) is a paragraph without its list. */
export function clipboardHtml(
  fragment: Fragment,
  language: Language,
  isWhole: boolean,
  noteWords: (id: string) => string | null,
): DocumentFragment {
  const out = document.createDocumentFragment()
  const open: Counted[] = []
  for (const node of fragment.content) {
    const drawn = drawnOf(node)
    drawn.lang = language
    const kind = isWhole ? node.attrs.kind : 'plain'
    const tag = { operative: 'ol', numbered: 'ol', bullet: 'ul' }[kind as string]
    if (!tag || !isList(tag)) {
      open.length = 0
      out.append(drawn)
    } else listAt(open, tag, node.attrs.level, out).append(asItem(drawn, open))
  }
  for (const anchor of out.querySelectorAll<HTMLElement>('[data-footnote]')) {
    const words = noteWords(anchor.dataset.footnote ?? '')
    if (words !== null) anchor.dataset.note = words
    anchor.textContent = '*'
  }
  for (const anchor of out.querySelectorAll('[data-reference]')) anchor.textContent = '…'
  return out
}

/** The lines of some blocks, with the numbers that they have in the whole text. */
export function clipboardText(
  fragment: Fragment,
  doc: Node,
  language: Language,
  isWhole: boolean,
  numbering: NumberingStyle,
): string {
  const labels = labelsOf(doc, language, numbering)
  const lines: string[] = []
  fragment.descendants((node) => {
    if (!node.isTextblock) return true
    const words = node.textBetween(0, node.content.size, undefined, '\n')
    const label = isWhole ? labels.get(node.attrs.id) : ''
    lines.push(`${label ? `${label} ` : ''}${words.replaceAll(anchorCharacter, '')}`)
    return false
  })
  if (lines.length > 0) return lines.join('\n')
  return fragment.textBetween(0, fragment.size, '\n', '\n').replaceAll(anchorCharacter, '')
}

const isList = (tag: string): tag is 'ol' | 'ul' => tag === 'ol' || tag === 'ul'

function drawnOf(node: Node): HTMLElement {
  const serializer = DOMSerializer.fromSchema(node.type.schema)
  const drawn = serializer.serializeNode(node, { document })
  if (drawn instanceof HTMLElement) return drawn
  const span = document.createElement('span')
  span.append(drawn)
  return span
}

/** The list for an item of this level; deeper ones lie in the item before them. */
function listAt(
  open: Counted[],
  tag: 'ol' | 'ul',
  level: number,
  out: DocumentFragment,
): HTMLElement {
  while ((open.at(-1)?.level ?? -1) > level) open.pop()
  const last = open.at(-1)
  if (last?.level === level && last.tag === tag) return last.list
  if (last?.level === level) open.pop()
  const list = document.createElement(tag)
  const outer = open.at(-1)?.item ?? out
  outer.append(list)
  open.push({ tag, level, list, item: null })
  return list
}

/** The block as an item that the schema reads back as the same block. */
function asItem(drawn: HTMLElement, open: Counted[]): HTMLElement {
  const item = document.createElement('li')
  for (const { name, value } of drawn.attributes) item.setAttribute(name, value)
  item.append(...drawn.childNodes)
  const last = open.at(-1)
  if (last) last.item = item
  return item
}

function labelsOf(doc: Node, language: Language, numbering: NumberingStyle): Map<string, string> {
  const blocks = doc.children.map(({ attrs }) => ({
    kind: attrs.kind ?? 'plain',
    level: attrs.level ?? 0,
    start: attrs.start ?? null,
  }))
  const labels = numberLabels(blocks, language, numbering)
  return new Map(doc.children.map(({ attrs }, at) => [attrs.id, labels[at] ?? '']))
}
