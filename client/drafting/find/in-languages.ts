/** What is sought, in every language of the statement: how often, and where it stands first. */
import type { Doc } from 'yjs'
import type { Language } from '#shared/language/languages.ts'
import { anchorCharacter } from '#shared/text/blocks.ts'
import { bodyOf, readNodes } from '#shared/text/draft.ts'
import type { Sought } from './found.ts'
import { matchesIn } from './matches.ts'

type Hit = {
  /** Of the block. */
  id: string | null
  before: string
  words: string
  after: string
}

export type LanguageHits = { language: Language; count: number; hits: Hit[] }

/** More is not listed of one language: who seeks a word that stands everywhere goes there and looks. */
const mostListed = 20
const context = 30

/** In the notes of a language nothing is looked for here: they are found once one is there. */
export const hitsInLanguages = (
  doc: Doc,
  languages: readonly Language[],
  { query, ...options }: Sought,
): LanguageHits[] =>
  languages.map((language) => {
    const hits: Hit[] = []
    let count = 0
    readNodes(bodyOf(doc, language)).descendants((node) => {
      if (!node.isTextblock) return true
      const text = node.textBetween(0, node.content.size, undefined, ' ')
      for (const { from, to } of matchesIn(text, query, options)) {
        count++
        if (hits.length < mostListed) hits.push({ id: node.attrs.id, ...around(text, from, to) })
      }
      return false
    })
    return { language, count, hits }
  })

function around(text: string, from: number, to: number) {
  const plain = (part: string) => part.replaceAll(anchorCharacter, '')
  const before = plain(text.slice(Math.max(from - context, 0), from))
  const after = plain(text.slice(to, to + context))
  return {
    before: from > context ? `…${before}` : before,
    words: plain(text.slice(from, to)),
    after: to + context < text.length ? `${after}…` : after,
  }
}
