/** The bodies of footnotes that are copied and pasted with their anchors. [DRAFT6] */
import * as Y from 'yjs'
import { newId } from '#shared/text/blocks.ts'
import { appendNodes, footnotesOf, readNodes } from '#shared/text/draft.ts'
import type { PastedNotes } from './notes.ts'

/** Writes the bodies of those notes that the draft does not have; their anchors come behind them. */
export function addNotes(doc: Y.Doc, notes: PastedNotes, named: ReadonlySet<string>): void {
  const known = footnotesOf(doc)
  doc.transact(() => {
    for (const [id, paragraphs] of notes) {
      if (known.has(id) || !named.has(id)) continue
      const note = new Y.XmlFragment()
      known.set(id, note)
      appendNodes(
        note,
        (paragraphs.length > 0 ? paragraphs : ['']).map((words) => ({
          type: 'block',
          attrs: { id: newId() },
          ...(words && { content: [{ type: 'text', text: words }] }),
        })),
      )
    }
  })
}

/** What a note says, a line for each paragraph; null when there is no such note. */
export function noteWords(doc: Y.Doc | null, id: string): string | null {
  const note = doc && footnotesOf(doc).get(id)
  if (!(note instanceof Y.XmlFragment)) return null
  return readNodes(note)
    .children.map(({ textContent }) => textContent)
    .join('\n')
}
