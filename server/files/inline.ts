/** The words of a paragraph as inline nodes of our text: cleaned, joined and trimmed. */
import { anchorCharacter } from '#shared/text/blocks.ts'
import type { MarkJson } from './word/formats.ts'

export type Inline =
  | { type: 'text'; text: string; marks: MarkJson[] }
  | { type: 'break'; marks: MarkJson[] }

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
export const noteAnchor = (id: string, marks: MarkJson[] = []): Inline => ({
  type: 'text',
  text: anchorCharacter,
  marks: [{ type: 'footnote', attrs: { id } }, ...marks],
})

/**
 * The same words with neighbours of one format as one node, in Unicode form NFC, without white
 * space and line breaks at either end. Empty when nothing is to be read there. What stands before an
 * `open` end is kept, since the text may go on there in what is now the next block.
 */
export function tidied(inlines: readonly Inline[], end: 'closed' | 'open' = 'closed'): Inline[] {
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
  return trimmed(joined, end)
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

/** Without what is blank before the first and after the last sign. */
function trimmed(inlines: Inline[], end: 'closed' | 'open'): Inline[] {
  const first = inlines.findIndex(isVisible)
  const last = inlines.findLastIndex(isVisible)
  return inlines.slice(first, last + 1).map((inline, at) => {
    if (inline.type === 'break') return inline
    const text = at === 0 ? inline.text.trimStart() : inline.text
    const ends = end === 'closed' && at === last - first
    return { ...inline, text: ends ? text.trimEnd() : text }
  })
}

const isVisible = (inline: Inline) => inline.type === 'text' && inline.text.trim() !== ''
