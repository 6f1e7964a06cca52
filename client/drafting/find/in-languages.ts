/** What is sought, in every language of the statement: how often, and where it stands first. */
import type { Node } from '@tiptap/pm/model'
import { type Doc, XmlFragment } from 'yjs'
import type { Language } from '#shared/language/languages.ts'
import { anchorCharacter } from '#shared/text/blocks.ts'
import { bodyOf, footnotesOf, readNodes } from '#shared/text/draft.ts'
import { notesIn } from '../editor/what-is-numbered.ts'
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

export const hitsInLanguages = (
  doc: Doc,
  languages: readonly Language[],
  { query, ...options }: Sought,
): LanguageHits[] =>
  languages.map((language) => {
    const hits: Hit[] = []
    let count = 0
    for (const { id, block } of blocksOf(doc, language)) {
      const text = block.textBetween(0, block.content.size, undefined, ' ')
      for (const { from, to } of matchesIn(text, query, options)) {
        count++
        if (hits.length < mostListed) hits.push({ id, ...around(text, from, to) })
      }
    }
    return { language, count, hits }
  })

type Place = {
  /** Of the block to go to: for one of a note, the block that the note hangs on. */
  id: string | null
  block: Node
}

/** Every block with words in it, those of the notes last, as they are read. */
function blocksOf(doc: Doc, language: Language): Place[] {
  const places: Place[] = []
  const notes = new Map<string, string | null>()
  readNodes(bodyOf(doc, language)).descendants((block) => {
    if (!block.isTextblock) return true
    const { id } = block.attrs
    places.push({ id, block })
    for (const note of notesIn(block)) if (!notes.has(note)) notes.set(note, id)
    return false
  })
  for (const [note, id] of notes) {
    const body = footnotesOf(doc).get(note)
    if (!(body instanceof XmlFragment)) continue
    readNodes(body).descendants((block) => {
      if (block.isTextblock) places.push({ id, block })
      return !block.isTextblock
    })
  }
  return places
}

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
