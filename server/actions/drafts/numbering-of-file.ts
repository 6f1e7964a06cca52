/** How clauses are numbered once a file is brought in: as in the file, where no other clause says otherwise. [DRAFT5] */
import type * as Y from 'yjs'
import { type Language, languages } from '#shared/language/languages.ts'
import { bodyOf, readNodes } from '#shared/text/draft.ts'
import { type NumberingStyle, numberingOf } from '#shared/text/form.ts'
import type { TextNodes } from '../../files/file-text.ts'
import { factsOf } from '../../files/text-blocks.ts'

export type Place = 'replace' | 'append'

/** `changed` counts the clauses of the file that get a number of another style than they had there. */
export function numberingAfter(
  doc: Y.Doc,
  { blocks, numbering }: TextNodes,
  language: Language,
  place: Place,
): { style: NumberingStyle; changed: number } {
  const staying = languages.filter((one) => one !== language || place === 'append')
  const now = numberingOf(doc)
  const isFree = !staying.some((one) => holdsClauses(doc, one))
  const style = numbering && isFree ? numbering : now
  const changed = numbering === null || numbering === style ? 0 : blocks.filter(isBelow).length
  return { style, changed }
}

const holdsClauses = (doc: Y.Doc, language: Language): boolean =>
  readNodes(bodyOf(doc, language)).children.some(
    ({ attrs, content }) => attrs.kind === 'operative' && content.size > 0,
  )

const isBelow = (block: Parameters<typeof factsOf>[0]): boolean => {
  const { kind, level } = factsOf(block)
  return kind === 'operative' && level > 0
}
