/** Reads an OpenDocument text into blocks and footnotes of our text, and lists what could not come over. [DRAFT7] */
import { Refusal } from '#shared/refusals.ts'
import { newId } from '#shared/text/blocks.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { Budget } from '../bounds.ts'
import { FilePictures } from '../file-pictures.ts'
import type { FileText } from '../file-text.ts'
import { Losses } from '../losses.ts'
import { settleHeadings, settleLabels, settleStarts } from '../settle.ts'
import { openZip } from '../unzip.ts'
import { Places } from '../word/places.ts'
import { childOf, everyElement, parseXml, type XmlElement } from '../xml.ts'
import { OpenReview, wordsOf } from './changes.ts'
import { type OpenReading, readFlow } from './flow.ts'
import { ListCounter } from './list-counter.ts'
import { readStyles } from './styles.ts'

/**
 * Nothing that the file points to is ever fetched.
 *
 * Throws `Refusal`: `unreadable-file`, `file-encrypted`, `file-too-large` or `file-empty`. A hostile
 * file may take many seconds: call it in a worker.
 */
export function readOpenDocument(bytes: Uint8Array): FileText {
  const budget = new Budget()
  const readEntry = openZip(bytes, budget)
  const read = (name: string) => {
    const content = readEntry(name)
    return content && parseXml(content, budget)
  }
  refuseEncrypted(read('META-INF/manifest.xml'))
  const content = read('content.xml')
  const text = childOf(childOf(content ?? undefined, 'office:body'), 'office:text')
  if (!text) throw new Refusal('unreadable-file')
  const styleSheet = read('styles.xml')

  const losses = new Losses()
  const footnotes: FileText['footnotes'] = {}
  const review = new OpenReview(text, losses)
  const reading: OpenReading = {
    styles: readStyles([styleSheet, content]),
    counter: new ListCounter(),
    places: new Places(),
    pictures: new FilePictures(bytes),
    ...{ losses, review, headings: [], numbers: new Map(), labels: new Map() },
    note(element) {
      const body = childOf(element, 'text:note-body')
      const blocks = body ? readFlow(body, { ...reading, note: () => null }, 'note') : []
      if (blocks.length === 0) return null
      if (element.attributes['text:note-class'] === 'endnote') losses.add('endnote')
      const id = newId()
      footnotes[id] = blocks
      return id
    },
  }
  const blocks = readFlow(text, reading, 'body')
  settleHeadings(reading.headings)
  settleStarts(blocks, reading.numbers)
  const numbering = settleLabels(blocks, reading.labels, losses)
  reading.places.settle([...blocks, ...Object.values(footnotes).flat()], losses)
  countMargins(styleSheet, losses)
  if (![blocks, ...Object.values(footnotes)].some(holdWords)) throw new Refusal('file-empty')
  const pictures = reading.pictures.bytes
  const { notes: suggestions, threads: comments } = review
  return { blocks, numbering, footnotes, pictures, suggestions, comments, losses: losses.list() }
}

function refuseEncrypted(manifest: XmlElement | null) {
  const isEncrypted =
    manifest && [...everyElement(manifest)].some(({ name }) => name === 'manifest:encryption-data')
  if (isEncrypted) throw new Refusal('file-encrypted')
}

/** Counts the headers and footers that hold more than a page number. */
function countMargins(styleSheet: XmlElement | null, losses: Losses) {
  const pages = childOf(styleSheet ?? undefined, 'office:master-styles')
  for (const element of pages ? everyElement(pages) : []) {
    const isMargin = /^style:(header|footer)(-left|-first)?$/.test(element.name)
    if (isMargin && /\p{L}/u.test(wordsOf(element))) losses.add('header-or-footer')
  }
}

const holdWords = (nodes: readonly NodeJson[]): boolean =>
  nodes.some(
    ({ type, text, content = [] }) =>
      type === 'image' ||
      (typeof text === 'string' && /[^\s\ufffc]/u.test(text)) ||
      holdWords(content),
  )
