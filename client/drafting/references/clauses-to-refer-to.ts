/** The clauses that a reference can point at, found by their number or their words. [DRAFT5] */
import type { Node } from '@tiptap/pm/model'
import type { Language } from '#shared/language/languages.ts'
import type { NumberingStyle } from '#shared/text/form.ts'
import { referenceLabels } from '#shared/text/numbering.ts'
import { numberedBlocks } from '../editor/what-is-numbered.ts'
import { readerOf } from './reading.ts'

export type Clause = { id: string; label: string; words: string }

/** Those whose number begins with what is asked, then those with all its words in theirs. */
export function clausesFor(
  doc: Node,
  language: Language,
  numbering: NumberingStyle,
  asked: string,
): Clause[] {
  const all = clausesOf(doc, language, numbering)
  const query = plain(asked, language)
  if (!query) return all
  const number = query.replace(/[\s().]/g, '')
  const byNumber = all.filter(({ label }) =>
    plain(label, language)
      .replace(/[\s().]/g, '')
      .startsWith(number),
  )
  const words = query.split(/\s+/)
  const byWords = all.filter((one) => {
    const text = plain(one.words, language)
    return !byNumber.includes(one) && words.every((word) => text.includes(word))
  })
  return number ? [...byNumber, ...byWords] : byWords
}

function clausesOf(doc: Node, language: Language, numbering: NumberingStyle): Clause[] {
  const labels = referenceLabels(numberedBlocks(doc), language, numbering)
  const read = readerOf(doc, labels)
  return doc.children.flatMap((node, at) => {
    const label = labels[at]
    const id: unknown = node.attrs.id
    if (!label || typeof id !== 'string') return []
    return { id, label, words: read(node) }
  })
}

const plain = (text: string, language: Language) =>
  text.replaceAll('\u00a0', ' ').trim().toLocaleLowerCase(language)
