/** Reads what is inside a paragraph: runs of words, links, fields, notes and tracked changes. */
import type { Loss } from '#shared/text/losses.ts'
import { linkTarget } from '../addresses.ts'
import { imageOf, type PlacedImage } from '../images.ts'
import { hasWords, type Inline, noteAnchor, words } from '../inline.ts'
import { childOf, type XmlElement } from '../xml.ts'
import { type DrawnPicture, readDrawing } from './drawings.ts'
import { type Format, formatOf, type MarkJson, marksOf, noFormat } from './formats.ts'
import { pendingReference } from './places.ts'
import { holdsImages, type NoteKind, type Story } from './story.ts'
import { symbolOf } from './symbols.ts'

export type ParagraphContent = {
  inlines: Inline[]
  /** The text boxes that hang on the paragraph. */
  boxes: XmlElement[]
  images: PlacedImage[]
}

/** `changes` are the marks of tracked changes that the whole paragraph stands in. */
export function readRuns(
  paragraph: XmlElement,
  story: Story,
  changes: readonly MarkJson[] = [],
): ParagraphContent {
  const reader = new RunReader(story)
  reader.readChildren(paragraph, { format: noFormat, link: null, changes })
  story.fields.endParagraph()
  return reader
}

/** The format, the link and the tracked changes that hold for an element, by what it stands in. */
type Around = { format: Format; link: string | null; changes: readonly MarkJson[] }

class RunReader implements ParagraphContent {
  readonly inlines: Inline[] = []
  readonly boxes: XmlElement[] = []
  readonly images: PlacedImage[] = []
  readonly story: Story

  constructor(story: Story) {
    this.story = story
  }

  /** Elements that we do not know are passed through, for the words in them. */
  readChildren(element: XmlElement, around: Around): void {
    for (const child of element.children) {
      const read = readers.get(child.name)
      if (read) read(this, child, around)
      else if (!child.name.endsWith('Pr')) this.readChildren(child, around)
    }
  }

  addWords(text: string, around: Around): void {
    const { format, link } = around
    const { fields } = this.story
    if (format.hidden || !fields.showing) return
    const { reference } = fields
    this.inlines.push(
      words(text, [
        ...marksOf(format, link ?? fields.link),
        ...(reference === null ? [] : [pendingReference(reference)]),
        ...this.#review(text, around),
      ]),
    )
  }

  addBreak(around: Around): void {
    if (!this.story.fields.showing) return
    this.inlines.push({ type: 'break', marks: this.#review(' ', around) })
  }

  addNote(kind: NoteKind, element: XmlElement, around: Around): void {
    if (!this.story.fields.showing) return
    const id = this.story.note(kind, element.attributes['w:id'])
    if (id) this.inlines.push(noteAnchor(id, this.#review('', around)))
  }

  addPicture({ relation, alt }: DrawnPicture, { format, changes }: Around): void {
    const { fields, place, reading, relationships } = this.story
    if (!fields.showing) return
    const target = relationships.get(relation)
    const isHere = target && !target.external && !format.hidden && holdsImages(place)
    const asset = isHere ? reading.pictures.take(target.target) : null
    const change = changes.find(({ type }) => type !== 'modification')
    const kind = change?.type === 'insertion' ? 'insertion' : 'deletion'
    const review = change ? ({ kind, id: String(change.attrs?.id) } as const) : null
    if (!asset) this.lose('image')
    else this.images.push({ node: imageOf(asset, alt, review), isFirst: !hasWords(this.inlines) })
  }

  lose(what: Loss): void {
    this.story.reading.losses.add(what)
  }

  /** The marks of the suggestions and comments here, which keep these words as those they are about. */
  #review(text: string, { changes }: Around): MarkJson[] {
    const { reading } = this.story
    if (changes.length === 0 && text.trim() !== '') reading.changes.interrupt()
    for (const { attrs } of changes) reading.changes.quote(String(attrs?.id), text)
    reading.comments.quote(text)
    const threads = reading.comments.open.map((thread) => ({ type: 'comment', attrs: { thread } }))
    return [...changes, ...threads]
  }
}

type ReadElement = (reader: RunReader, element: XmlElement, around: Around) => void

const character =
  (text: string): ReadElement =>
  (reader, _, around) =>
    reader.addWords(text, around)

const readText: ReadElement = (reader, { text }, around) => reader.addWords(text, around)

const leaveOut =
  (what: Loss): ReadElement =>
  (reader) =>
    reader.lose(what)

const readChange =
  (kind: 'insertion' | 'deletion'): ReadElement =>
  (reader, element, around) => {
    const id = reader.story.reading.changes.idOf(kind, element)
    const others = around.changes.filter(({ type }) => type !== kind)
    reader.readChildren(element, { ...around, changes: [...others, { type: kind, attrs: { id } }] })
  }

/** What a tracked change of format changed, when it is anything that our text has. */
function changedFormat(reader: RunReader, run: XmlElement | undefined, now: Format): MarkJson[] {
  const change = childOf(run, 'w:rPrChange')
  if (!change) return []
  const { styles, changes } = reader.story.reading
  const before = childOf(change, 'w:rPr')
  const [previousValue, newValue] = [formatOf(before, styles.ofRun(before)), now].map((format) =>
    marksOf(format, null).map(({ type }) => type),
  )
  if (`${previousValue}` === `${newValue}`) return []
  const id = changes.idOf('modification', change)
  return [{ type: 'modification', attrs: { id, type: 'formats', previousValue, newValue } }]
}

const readShape: ReadElement = (reader, element, around) => {
  const { boxes, pictures } = readDrawing(element, reader.story.reading.losses)
  reader.boxes.push(...boxes)
  for (const picture of pictures) reader.addPicture(picture, around)
}

const raised =
  (vertical: Format['vertical']): ReadElement =>
  (reader, element, around) =>
    reader.readChildren(element, { ...around, format: { ...around.format, vertical } })

/** A note with a sign of its own has that sign beside it; our notes are numbered. */
const readRun: ReadElement = (reader, run, around) => {
  const { styles } = reader.story.reading
  const properties = childOf(run, 'w:rPr')
  const format = formatOf(properties, styles.ofRun(properties))
  if (format.hidden && run.children.some(hasText)) reader.lose('hidden-text')
  const hasOwnSign = run.children.some(({ attributes }) =>
    ['1', 'true', 'on'].includes(attributes['w:customMarkFollows'] ?? ''),
  )
  const children = hasOwnSign
    ? run.children.filter(({ name }) => name.endsWith('Reference'))
    : run.children
  const changes = [...around.changes, ...changedFormat(reader, properties, format)]
  reader.readChildren({ ...run, children }, { ...around, format, changes })
}

const hasText = ({ name, text }: XmlElement) =>
  (name === 'w:t' || name === 'w:delText') && text.trim() !== ''

const readLink: ReadElement = (reader, element, around) => {
  const { 'r:id': id = '', 'w:anchor': place = '' } = element.attributes
  const target = reader.story.relationships.get(id)
  const { link, loss } = linkTarget(target?.external ? target.target : '', place)
  if (loss && reader.story.fields.showing) reader.lose(loss)
  reader.readChildren(element, { ...around, link })
}

const readSimpleField: ReadElement = (reader, element, around) => {
  if (!reader.story.fields.showing) return
  const { fields } = reader.story
  fields.meet('begin')
  fields.instruct(element.attributes['w:instr'] ?? '')
  fields.meet('separate')
  reader.readChildren(element, around)
  fields.meet('end')
}

const readBreak: ReadElement = (reader, { attributes }, around) => {
  const isOfPage = ['page', 'column'].includes(attributes['w:type'] ?? '')
  if (isOfPage) reader.addWords(' ', around)
  else reader.addBreak(around)
}

const readFraction: ReadElement = (reader, fraction, around) => {
  for (const [at, part] of ['m:num', 'm:den'].entries()) {
    if (at > 0) reader.addWords('/', around)
    const element = childOf(fraction, part)
    if (element) reader.readChildren(element, around)
  }
}

const readers = new Map<string, ReadElement>(
  Object.entries({
    'w:r': readRun,
    'w:t': readText,
    'w:tab': character(' '),
    'w:ptab': character(' '),
    'w:noBreakHyphen': character('\u2011'),
    'w:softHyphen': character('\u00ad'),
    'w:sym': (reader, element, around) => reader.addWords(symbolOf(element), around),
    'w:br': readBreak,
    'w:cr': (reader, _, around) => reader.addBreak(around),
    'w:hyperlink': readLink,
    'w:fldSimple': readSimpleField,
    'w:fldChar': (reader, { attributes }) => reader.story.fields.meet(attributes['w:fldCharType']),
    'w:instrText': (reader, { text }) => reader.story.fields.instruct(text),
    'w:delInstrText': (reader, { text }) => reader.story.fields.instruct(text),
    'w:delText': readText,
    'w:bookmarkStart': (reader, { attributes }) =>
      reader.story.reading.places.meet(attributes['w:name']),
    'w:commentRangeStart': (reader, { attributes }) =>
      reader.story.reading.comments.begin(attributes['w:id']),
    'w:commentRangeEnd': (reader, { attributes }) =>
      reader.story.reading.comments.end(attributes['w:id']),
    'w:commentReference': (reader, { attributes }) =>
      reader.story.reading.comments.refer(attributes['w:id']),
    'w:footnoteReference': (reader, element, around) => reader.addNote('footnote', element, around),
    'w:endnoteReference': (reader, element, around) => reader.addNote('endnote', element, around),
    'w:ins': readChange('insertion'),
    'w:moveTo': readChange('insertion'),
    'w:del': readChange('deletion'),
    'w:moveFrom': readChange('deletion'),
    'w:drawing': readShape,
    'w:pict': readShape,
    'w:object': leaveOut('embedded-object'),
    'w:contentPart': leaveOut('image'),
    'w:pgNum': leaveOut('field'),
    'm:oMath': (reader, element, around) => {
      reader.lose('equation')
      reader.readChildren(element, around)
    },
    'm:t': readText,
    'm:f': readFraction,
    'm:sup': raised('superscript'),
    'm:sub': raised('subscript'),
  } satisfies { [name: string]: ReadElement }),
)
