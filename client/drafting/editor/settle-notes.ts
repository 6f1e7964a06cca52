/** Settles the suggestions in footnotes, which lie beside the text. [REV2] */
import * as Y from 'yjs'
import { footnotesOf } from '#shared/text/draft.ts'
import type { Verdict } from './suggestions.ts'

/** The ids of the suggestions in these notes. */
export function suggestionsInNotes(doc: Y.Doc, notes: readonly string[]): string[] {
  const ids = new Set<string>()
  for (const text of textsOf(doc, notes)) {
    for (const { attributes = {} } of text.toDelta() as Stretch[]) {
      for (const name of names) if (attributes[name]?.id) ids.add(attributes[name].id)
    }
    const review = text.getAttribute('review') as { id?: string } | undefined
    if (review?.id) ids.add(review.id)
  }
  return [...ids]
}

export function settleNotes(doc: Y.Doc, notes: readonly string[], verdict: Verdict): void {
  doc.transact(() => {
    for (const text of textsOf(doc, notes)) settleText(text, verdict)
  })
}

type Stretch = { insert: unknown; attributes?: { [name: string]: { id: string } | undefined } }

const names = ['insertion', 'deletion', 'modification'] as const

const textsOf = (doc: Y.Doc, notes: readonly string[]): Y.XmlText[] =>
  notes.flatMap((id) => {
    const note = footnotesOf(doc).get(id)
    return note instanceof Y.XmlFragment
      ? note.toArray().filter((type): type is Y.XmlText => type instanceof Y.XmlText)
      : []
  })

function settleText(text: Y.XmlText, verdict: Verdict) {
  let at = text.length
  for (const { insert, attributes = {} } of (text.toDelta() as Stretch[]).reverse()) {
    const length = typeof insert === 'string' ? insert.length : 1
    at -= length
    const goes = verdict === 'accept' ? attributes.deletion : attributes.insertion
    if (goes) text.delete(at, length)
    else if (names.some((name) => attributes[name])) {
      text.format(at, length, { insertion: null, deletion: null, modification: null })
    }
  }
  text.removeAttribute('review')
}
