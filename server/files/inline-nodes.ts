/** The nodes in a line as writers see them: words or what an anchor stands for, each with what holds for it. */
import { anchorCharacter, isId } from '#shared/text/blocks.ts'
import { type Format, formats } from '#shared/text/canonical.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { safeAddress } from '#shared/text/links.ts'
import { readFormats } from '#shared/text/review.ts'

type Modification = { id: string; previous: Format[] }

/** What the marks say of a stretch. */
export type Style = {
  formats: Format[]
  link: string | null
  insertion: string | null
  deletion: string | null
  modification: Modification | null
  threads: string[]
}

export type Piece = Style &
  ({ text: string } | { footnote: string } | { reference: string } | { break: true })

/** An anchor without its mark stands for nothing and is left out. */
export function piecesOf(content: readonly NodeJson[] = []): Piece[] {
  return content.flatMap((inline): Piece[] => {
    const marks = (inline.marks ?? []) as MarkJson[]
    const style = styleOf(marks)
    if (inline.type === 'break') return [{ ...style, break: true }]
    const footnote = attrOf(marks, 'footnote', 'id')
    const target = attrOf(marks, 'reference', 'target')
    return cleaned(String(inline.text ?? ''))
      .split(new RegExp(`(${anchorCharacter})`))
      .flatMap((text): Piece[] => {
        if (text === '') return []
        if (text !== anchorCharacter) return [{ ...style, text }]
        if (isId(footnote)) return [{ ...style, footnote }]
        return isId(target) ? [{ ...style, reference: target }] : []
      })
  })
}

/** As the canonical form has it: a line's end is a space, and what cannot be seen is not there. */
const cleaned = (text: string) =>
  text
    .replace(/\r\n|[\t\n\v\f\r\u2028\u2029]/g, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\ufeff]/gu, '')
    .normalize('NFC')

type MarkJson = { type: string; attrs?: { [name: string]: unknown } }

const attrOf = (marks: readonly MarkJson[], type: string, name: string): unknown =>
  marks.find((mark) => mark.type === type)?.attrs?.[name]

function styleOf(marks: readonly MarkJson[]): Style {
  const idOf = (type: string) => (attrOf(marks, type, 'id') as string | undefined) ?? null
  const modification = idOf('modification')
  return {
    formats: formats.filter((format) => marks.some(({ type }) => type === format)),
    link: safeAddress(attrOf(marks, 'link', 'href')),
    insertion: idOf('insertion'),
    deletion: idOf('deletion'),
    modification: modification
      ? { id: modification, previous: readFormats(attrOf(marks, 'modification', 'previousValue')) }
      : null,
    threads: marks
      .filter(({ type }) => type === 'comment')
      .map(({ attrs }) => attrs?.thread)
      .filter(isId),
  }
}
