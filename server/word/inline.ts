/** The words of a paragraph as inline nodes of our text: cleaned, joined and trimmed. */
import { anchorCharacter } from '#shared/text/blocks.ts'
import type { MarkJson } from './formats.ts'

export type Inline = { type: 'text'; text: string; marks: MarkJson[] } | { type: 'break' }

/** Words in one format. The character that notes are anchored on is theirs alone. */
export const words = (text: string, marks: MarkJson[] = []): Inline => ({
  type: 'text',
  text: text
    .replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\ufeff]/gu, '')
    .replaceAll(anchorCharacter, ''),
  marks,
})

/** The character that the footnote of that id hangs on. */
export const noteAnchor = (id: string): Inline => ({
  type: 'text',
  text: anchorCharacter,
  marks: [{ type: 'footnote', attrs: { id } }],
})

/**
 * The same words with neighbours of one format as one node, in Unicode form NFC, without white
 * space and line breaks at either end. Empty when nothing is to be read there.
 */
export function tidied(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = []
  let format = ''
  for (const inline of inlines) {
    if (inline.type === 'text' && inline.text === '') continue
    const last = joined.at(-1)
    const next = inline.type === 'text' ? JSON.stringify(inline.marks) : 'break'
    if (last?.type === 'text' && inline.type === 'text' && next === format) last.text += inline.text
    else joined.push({ ...inline })
    format = next
  }
  for (const inline of joined) {
    if (inline.type === 'text') inline.text = inline.text.normalize('NFC')
  }
  trimEdge(joined, 0, (text) => text.trimStart())
  trimEdge(joined, -1, (text) => text.trimEnd())
  return joined
}

/** Whether there is anything but white space and anchors. */
export const hasWords = (inlines: readonly Inline[]): boolean =>
  inlines.some((inline) => inline.type === 'text' && /[^\s\ufffc]/u.test(inline.text))

/** Without bold, when all of it is bold: then it says nothing that the kind of block does not say. */
export function withoutOverallBold(inlines: Inline[]): Inline[] {
  const allBold = inlines.every(
    (inline) => !hasWords([inline]) || (inline.type === 'text' && inline.marks.some(isBold)),
  )
  if (!allBold) return inlines
  return inlines.map((inline) =>
    inline.type === 'text'
      ? { ...inline, marks: inline.marks.filter((mark) => !isBold(mark)) }
      : inline,
  )
}

const isBold = ({ type }: MarkJson) => type === 'bold'

/** Takes away what is blank at one end: at index 0 or -1. */
function trimEdge(inlines: Inline[], edge: 0 | -1, trim: (text: string) => string): void {
  for (let inline = inlines.at(edge); inline; inline = inlines.at(edge)) {
    if (inline.type === 'text') {
      inline.text = trim(inline.text)
      if (inline.text !== '') return
    }
    inlines.splice(edge, 1)
  }
}
