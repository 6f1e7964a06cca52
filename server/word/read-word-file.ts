/** Reads a Word file into blocks and footnotes of our text, and lists what could not come over. [DRAFT7] */
import { Refusal } from '#shared/refusals.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { Fields } from './fields.ts'
import { readFlow } from './flow.ts'
import { ListCounter } from './list-counter.ts'
import { countMargins, countMarkup, type LossCount, Losses } from './losses.ts'
import { Notes } from './notes.ts'
import { readNumbering } from './numbering.ts'
import { settleHeadings, settleStarts } from './settle.ts'
import type { Reading } from './story.ts'
import { readStyles } from './styles.ts'
import { openWordFile } from './word-parts.ts'

/** Nodes for the end of a body, and the bodies of the footnotes that they refer to, by id. */
export type WordText = {
  blocks: NodeJson[]
  footnotes: { [id: string]: NodeJson[] }
  losses: LossCount[]
}

/**
 * Tracked insertions come over as text and deletions are left out, as if all were accepted; both
 * are counted. Nothing that the file points to is ever fetched.
 *
 * Throws `Refusal`: `not-a-word-file`, `word-file-encrypted`, `word-file-too-large` or
 * `word-file-empty`. A hostile file may take many seconds: call it in a worker.
 */
export function readWordFile(bytes: Uint8Array): WordText {
  const parts = openWordFile(bytes)
  const { document, styles: styleSheet, numbering, footnotes, endnotes, margins } = parts
  const losses = new Losses()
  const styles = readStyles(styleSheet)
  const reading: Reading = {
    styles,
    numbering: readNumbering(numbering, styles),
    counter: new ListCounter(),
    losses,
    headings: [],
    numbers: new Map(),
  }
  const notes = new Notes(parts, reading)
  const blocks = readFlow(document.body, {
    reading,
    place: 'body',
    relationships: document.relationships,
    fields: new Fields(document.body, losses),
    note: (kind, id) => notes.idOf(kind, id),
  })
  settleHeadings(reading.headings)
  settleStarts(blocks, reading.numbers)
  for (const part of [document, footnotes, endnotes]) if (part) countMarkup(part.root, losses)
  countMargins(margins, losses)

  if (![blocks, ...Object.values(notes.bodies)].some(holdWords))
    throw new Refusal('word-file-empty')
  return { blocks, footnotes: notes.bodies, losses: losses.list() }
}

const holdWords = (nodes: readonly NodeJson[]): boolean =>
  nodes.some(
    ({ text, content = [] }) =>
      (typeof text === 'string' && /[^\s\ufffc]/u.test(text)) || holdWords(content),
  )
