/** A long statement to be fluent in: 300 clauses with sub-clauses, notes, references, a table and a picture. */
import * as Y from 'yjs'
import { anchorCharacter } from '#shared/text/blocks.ts'
import { appendNodes, bodyOf, footnotesOf, type NodeJson } from '#shared/text/draft.ts'

const sentence =
  'Просим комиссии двух стран до весны согласовать дни полива, вести общий журнал уровня воды и сообщать о ремонте каналов за две недели.'
/** Of the clauses, every third has a level of its own, every fifth a note and every seventh a reference. */
const [eachSub, eachNote, eachReference] = [3, 5, 7]

/** Adds the text behind what stands there. */
export function writeLongText(doc: Y.Doc, clauses: number): void {
  doc.transact(() => {
    for (let at = 0; at < clauses; at += eachNote) writeNote(doc, at)
    const numbered = Array.from({ length: clauses }, (_, at) => clause(at))
    appendNodes(bodyOf(doc, 'ru'), [...numbered, picture, table])
  })
}

/** What the clause at a place says; its notes and references come on top. */
export const clauseWords = (at: number): string => `${at + 1} — ${sentence}`

const clause = (at: number): NodeJson => ({
  type: 'block',
  attrs: { id: `clause${at}`, kind: 'operative', level: at % eachSub === 1 ? 1 : 0 },
  content: [
    { type: 'text', text: `${at + 1} — ` },
    { type: 'text', text: sentence, marks: at % 2 ? [{ type: 'italic' }] : [] },
    ...(at % eachNote === 0 ? [anchor('footnote', { id: `note${at}` })] : []),
    ...(at % eachReference === 0 ? [anchor('reference', { target: `clause${at >> 1}` })] : []),
  ],
})

const anchor = (type: string, attrs: object) => ({
  type: 'text',
  text: anchorCharacter,
  marks: [{ type, attrs }],
})

function writeNote(doc: Y.Doc, at: number) {
  const note = new Y.XmlFragment()
  footnotesOf(doc).set(`note${at}`, note)
  const words = { type: 'text', text: `Записи ведутся с ${2000 + at} года.` }
  appendNodes(note, [{ type: 'block', attrs: { id: `words${at}` }, content: [words] }])
}

/** Its bytes are not there, which costs the editor the same. */
const picture: NodeJson = {
  type: 'image',
  attrs: { id: 'picture', asset: '0'.repeat(64), alt: 'Канал', width: 800, height: 600 },
  content: [{ type: 'text', text: 'Канал весной' }],
}

const table: NodeJson = {
  type: 'table',
  attrs: { id: 'table' },
  content: Array.from({ length: 8 }, (_row, row) => ({
    type: 'tableRow',
    attrs: { id: `row${row}` },
    content: Array.from({ length: 4 }, (_cell, cell) => ({
      type: 'tableCell',
      attrs: { id: `cell${row}x${cell}` },
      content: [
        {
          type: 'block',
          attrs: { id: `words${row}x${cell}` },
          content: [{ type: 'text', text: `${row * cell} м³` }],
        },
      ],
    })),
  })),
}
