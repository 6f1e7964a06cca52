/** Reads what is inside a paragraph: runs of words, links, fields, notes and tracked changes. */
import type { Loss } from '#shared/text/losses.ts'
import { linkTarget } from './addresses.ts'
import { readDrawing } from './drawings.ts'
import { meaningOf } from './fields.ts'
import { type Format, formatOf, marksOf, noFormat } from './formats.ts'
import { type Inline, noteAnchor, words } from './inline.ts'
import type { NoteKind, Story } from './story.ts'
import { symbolOf } from './symbols.ts'
import { childOf, type XmlElement } from './xml.ts'

export type ParagraphContent = {
  inlines: Inline[]
  /** The text boxes that hang on the paragraph. */
  boxes: XmlElement[]
}

export function readRuns(paragraph: XmlElement, story: Story): ParagraphContent {
  const reader = new RunReader(story)
  reader.readChildren(paragraph, { format: noFormat, link: null })
  story.fields.endParagraph()
  return reader
}

/** The format and the link that hold for an element, by what it stands in. */
type Around = { format: Format; link: string | null }

class RunReader implements ParagraphContent {
  readonly inlines: Inline[] = []
  readonly boxes: XmlElement[] = []
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

  addWords(text: string, { format, link }: Around): void {
    if (!format.hidden) this.#add(words(text, marksOf(format, link ?? this.story.fields.link)))
  }

  addBreak(): void {
    this.#add({ type: 'break' })
  }

  addNote(kind: NoteKind, element: XmlElement): void {
    if (!this.story.fields.showing) return
    const id = this.story.note(kind, element.attributes['w:id'])
    if (id) this.#add(noteAnchor(id))
  }

  lose(what: Loss): void {
    this.story.reading.losses.add(what)
  }

  #add(inline: Inline): void {
    if (this.story.fields.showing) this.inlines.push(inline)
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

const readInsertion: ReadElement = (reader, element, around) => {
  reader.lose('tracked-insertion')
  reader.readChildren(element, around)
}

const readShape: ReadElement = (reader, element) => {
  for (const box of readDrawing(element, reader.story.reading.losses)) reader.boxes.push(box)
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
  reader.readChildren({ ...run, children }, { ...around, format })
}

const hasText = ({ name, text }: XmlElement) => name === 'w:t' && text.trim() !== ''

const readLink: ReadElement = (reader, element, around) => {
  const { 'r:id': id = '', 'w:anchor': place = '' } = element.attributes
  const target = reader.story.relationships.get(id)
  const { link, loss } = linkTarget(target?.external ? target.target : '', place)
  if (loss && reader.story.fields.showing) reader.lose(loss)
  reader.readChildren(element, { ...around, link })
}

const readSimpleField: ReadElement = (reader, element, around) => {
  if (!reader.story.fields.showing) return
  const { losses } = reader.story.reading
  const { shows, link } = meaningOf(element.attributes['w:instr'] ?? '', losses)
  if (shows) reader.readChildren(element, { ...around, link: link ?? around.link })
}

const readBreak: ReadElement = (reader, { attributes }, around) => {
  const isOfPage = ['page', 'column'].includes(attributes['w:type'] ?? '')
  if (isOfPage) reader.addWords(' ', around)
  else reader.addBreak()
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
    'w:cr': (reader) => reader.addBreak(),
    'w:hyperlink': readLink,
    'w:fldSimple': readSimpleField,
    'w:fldChar': (reader, { attributes }) => reader.story.fields.meet(attributes['w:fldCharType']),
    'w:instrText': (reader, { text }) => reader.story.fields.instruct(text),
    'w:footnoteReference': (reader, element) => reader.addNote('footnote', element),
    'w:endnoteReference': (reader, element) => reader.addNote('endnote', element),
    'w:ins': readInsertion,
    'w:moveTo': readInsertion,
    'w:del': leaveOut('tracked-deletion'),
    'w:moveFrom': leaveOut('tracked-deletion'),
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
