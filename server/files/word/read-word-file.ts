/** Reads a Word file into blocks and footnotes of our text, and lists what could not come over. [DRAFT7] */
import { Refusal } from '#shared/refusals.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { FilePictures } from '../file-pictures.ts'
import type { FileText } from '../file-text.ts'
import { countMargins, countMarkup, Losses } from '../losses.ts'
import { settleHeadings, settleLabels, settleStarts } from '../settle.ts'
import { Changes } from './changes.ts'
import { Comments } from './comments.ts'
import { Fields } from './fields.ts'
import { readFlow } from './flow.ts'
import { ListCounter } from './list-counter.ts'
import { Notes } from './notes.ts'
import { readNumbering } from './numbering.ts'
import { Places } from './places.ts'
import type { Reading } from './story.ts'
import { readStyles } from './styles.ts'
import { openWordFile } from './word-parts.ts'

/**
 * Tracked changes come over as suggestions and comments as threads. Nothing that the file points to is ever fetched.
 *
 * Throws `Refusal`: `unreadable-file`, `file-encrypted`, `file-too-large` or
 * `file-empty`. A hostile file may take many seconds: call it in a worker.
 */
export function readWordFile(bytes: Uint8Array): FileText {
  const parts = openWordFile(bytes)
  const { document, styles: styleSheet, numbering, footnotes, endnotes, margins } = parts
  const losses = new Losses()
  const styles = readStyles(styleSheet)
  const reading: Reading = {
    styles,
    numbering: readNumbering(numbering, styles),
    counter: new ListCounter(),
    losses,
    changes: new Changes(),
    comments: new Comments(parts.comments, parts.commentsExtended),
    places: new Places(),
    pictures: new FilePictures(bytes),
    headings: [],
    numbers: new Map(),
    labels: new Map(),
  }
  const notes = new Notes(parts, reading)
  const blocks = readFlow(document.body, {
    reading,
    place: 'body',
    relationships: document.relationships,
    fields: new Fields(document.body, reading),
    note: (kind, id) => notes.idOf(kind, id),
  })
  settleHeadings(reading.headings)
  settleStarts(blocks, reading.numbers)
  const style = settleLabels(blocks, reading.labels, losses)
  reading.places.settle([...blocks, ...Object.values(notes.bodies).flat()], losses)
  for (const part of [document, footnotes, endnotes]) if (part) countMarkup(part.root, losses)
  countMargins(margins, losses)

  if (![blocks, ...Object.values(notes.bodies)].some(holdWords)) throw new Refusal('file-empty')
  return {
    blocks,
    numbering: style,
    footnotes: notes.bodies,
    pictures: reading.pictures.bytes,
    suggestions: reading.changes.notes,
    comments: reading.comments.threads,
    losses: losses.list(),
  }
}

const holdWords = (nodes: readonly NodeJson[]): boolean =>
  nodes.some(
    ({ type, text, content = [] }) =>
      type === 'image' ||
      (typeof text === 'string' && /[^\s\ufffc]/u.test(text)) ||
      holdWords(content),
  )
