/** Reads what is inside a paragraph of an OpenDocument file: words, spans, links, notes, tracked changes, comments. */
import type { BlockReview } from '#shared/text/review.ts'
import { linkTarget } from '../addresses.ts'
import type { FilePictures } from '../file-pictures.ts'
import { imageOf, type PlacedImage } from '../images.ts'
import { hasWords, type Inline, noteAnchor, words } from '../inline.ts'
import type { Losses } from '../losses.ts'
import { type Format, type MarkJson, marksOf, noFormat } from '../word/formats.ts'
import { type Places, pendingReference } from '../word/places.ts'
import { childOf, childrenOf, type XmlElement } from '../xml.ts'
import type { Change, OpenReview } from './changes.ts'
import type { OpenStyles } from './styles.ts'

/** A paragraph in which a paragraph's end was deleted is in several pieces. */
export type Piece = { inlines: Inline[]; review: BlockReview | null }

export type RunContext = {
  styles: OpenStyles
  losses: Losses
  review: OpenReview
  places: Places
  pictures: FilePictures
  /** The id that a note has with us; null where none may stand. */
  note(element: XmlElement): string | null
}

export function readRuns(
  paragraph: XmlElement,
  context: RunContext,
): { pieces: Piece[]; boxes: XmlElement[]; images: PlacedImage[] } {
  const reader = new RunReader(context)
  reader.readChildren(paragraph, { format: noFormat, link: null, deletion: null, reference: null })
  return reader
}

type Around = {
  format: Format
  link: string | null
  deletion: Change | null
  reference: number | null
}

class RunReader {
  readonly pieces: Piece[] = [{ inlines: [], review: null }]
  readonly boxes: XmlElement[] = []
  readonly images: PlacedImage[] = []
  readonly context: RunContext

  constructor(context: RunContext) {
    this.context = context
  }

  readChildren(element: XmlElement, around: Around): void {
    for (const child of element.children) {
      const read = readers.get(child.name)
      if (read) read(this, child, around)
      else this.#readOther(child, around)
    }
  }

  addWords(text: string, around: Around): void {
    if (around.format.hidden) {
      if (text.trim() !== '') this.context.losses.add('hidden-text')
      return
    }
    const reference = around.reference === null ? [] : [pendingReference(around.reference)]
    const marks = [...marksOf(around.format, around.link), ...reference]
    this.add(words(text, [...marks, ...this.review(text, around)]))
  }

  add(inline: Inline): void {
    this.pieces.at(-1)?.inlines.push(inline)
  }

  /** The paragraph that was here ended, and its end was deleted. */
  split(id: string): void {
    const last = this.pieces.at(-1)
    if (last) last.review = { kind: 'deletion', id }
    this.pieces.push({ inlines: [], review: null })
  }

  review(text: string, { deletion }: Around): MarkJson[] {
    const { review } = this.context
    const changes = [...review.insertions, ...(deletion ? [deletion] : [])]
    review.quote(text, changes)
    return [
      ...changes.map(({ kind, id }) => ({ type: kind, attrs: { id } })),
      ...review.openThreads.map((thread) => ({ type: 'comment', attrs: { thread } })),
    ]
  }

  /** Fields show what they came to when the file was kept; what draws something does not come over. */
  #readOther(element: XmlElement, around: Around): void {
    const { losses } = this.context
    if (element.name.startsWith('text:') && element.children.length > 0) {
      losses.add('field')
      this.readChildren(element, around)
    } else if (/^draw:(a|g)$/.test(element.name)) this.readChildren(element, around)
    else if (element.name.startsWith('draw:')) this.#readShape(element, around)
  }

  #readShape(shape: XmlElement, around: Around): void {
    const { losses } = this.context
    const box = childOf(shape, 'draw:text-box')
    const picture = pictureOf(shape)
    if (box) {
      losses.add('text-box')
      this.boxes.push(box)
    } else if (childOf(shape, 'draw:object') || childOf(shape, 'draw:object-ole')) {
      losses.add('embedded-object')
    } else if (picture && !around.format.hidden) this.#readPicture(shape, picture, around)
    else if (shape.name !== 'draw:line') losses.add('image')
  }

  #readPicture(frame: XmlElement, address: string, { deletion }: Around): void {
    const { losses, pictures, review } = this.context
    const asset = pictures.take(address)
    const change = deletion ?? review.insertions[0]
    const alt = ['svg:desc', 'svg:title'].map((name) => textOf(childOf(frame, name))).find(Boolean)
    const isFirst = !this.pieces.some(({ inlines }) => hasWords(inlines))
    const ofChange = change ? { kind: change.kind, id: change.id } : null
    if (!asset) losses.add('image')
    else this.images.push({ node: imageOf(asset, alt ?? '', ofChange), isFirst })
  }
}

/** A frame may offer a picture in several formats; what is not in the file itself is none. */
function pictureOf(frame: XmlElement): string | undefined {
  const addresses = childrenOf(frame, 'draw:image').map(
    ({ attributes }) => attributes['xlink:href']?.replace(/^\.\//, '') ?? '',
  )
  const drawn = addresses.find((address) => /\.(png|jpe?g|gif|webp|avif)$/i.test(address))
  return drawn ?? addresses[0]
}

const textOf = (element: XmlElement | undefined): string =>
  element?.children.map(({ text }) => text).join('') ?? ''

type ReadElement = (reader: RunReader, element: XmlElement, around: Around) => void

const passThrough: ReadElement = (reader, element, around) => reader.readChildren(element, around)

const readSpan: ReadElement = (reader, element, around) => {
  const own = reader.context.styles.formatOf(element.attributes['text:style-name'])
  reader.readChildren(element, { ...around, format: { ...around.format, ...own } })
}

/** The look of a link is its own: what its style underlines is no underlining of ours. */
const readLink: ReadElement = (reader, element, around) => {
  const { link, loss } = linkTarget(element.attributes['xlink:href'] ?? '', '')
  if (loss) reader.context.losses.add(loss)
  reader.readChildren(element, { ...around, link })
}

const readSpaces: ReadElement = (reader, { attributes }, around) => {
  const count = Math.min(Number(attributes['text:c'] ?? 1) || 1, 100)
  reader.addWords(' '.repeat(count), around)
}

const readNote: ReadElement = (reader, element, around) => {
  const id = reader.context.note(element)
  if (id) reader.add(noteAnchor(id, reader.review('', around)))
}

/** Deleted words are kept apart; here they are put back where they were, as what is suggested to go. */
const readDeletion: ReadElement = (reader, { attributes }, around) => {
  const deletion = reader.context.review.changeOf(attributes['text:change-id'])
  if (deletion?.kind !== 'deletion' || around.deletion) return
  for (const [at, paragraph] of deletion.content.entries()) {
    if (at > 0) reader.split(deletion.id)
    reader.readChildren(paragraph, { ...around, deletion })
  }
}

/** A reference to a clause by its number; one to words or a page is the words that it showed. */
const readReference: ReadElement = (reader, element, around) => {
  const { attributes } = element
  const name = attributes['text:ref-name'] ?? ''
  const isNumber = (attributes['text:reference-format'] ?? '').startsWith('number')
  if (isNumber || name.startsWith('_Clause_')) {
    const reference = reader.context.places.refer(name)
    reader.readChildren(element, { ...around, reference })
  } else {
    reader.context.losses.add('field')
    reader.readChildren(element, around)
  }
}

const readBookmark: ReadElement = (reader, { attributes }) =>
  reader.context.places.meet(attributes['text:name'])

const readers = new Map<string, ReadElement>(
  Object.entries({
    '#text': (reader, { text }, around) =>
      reader.addWords(text.replace(/[ \t\r\n]+/g, ' '), around),
    'text:span': readSpan,
    'text:a': readLink,
    'text:meta': passThrough,
    'text:ruby': passThrough,
    'text:ruby-base': passThrough,
    'text:ruby-text': () => {},
    'text:s': readSpaces,
    'text:tab': (reader, _, around) => reader.addWords(' ', around),
    'text:line-break': (reader, _, around) =>
      reader.add({ type: 'break', marks: reader.review(' ', around) }),
    'text:note': readNote,
    'text:bookmark': readBookmark,
    'text:bookmark-start': readBookmark,
    'text:bookmark-ref': readReference,
    'text:reference-ref': readReference,
    'text:reference-mark': readBookmark,
    'text:reference-mark-start': readBookmark,
    'text:change': readDeletion,
    'text:change-start': (reader, { attributes }) =>
      reader.context.review.begin(attributes['text:change-id']),
    'text:change-end': (reader, { attributes }) =>
      reader.context.review.end(attributes['text:change-id']),
    'office:annotation': (reader, element) => reader.context.review.comment(element),
    'office:annotation-end': (reader, { attributes }) =>
      reader.context.review.endComment(attributes['office:name']),
  } satisfies { [name: string]: ReadElement }),
)
