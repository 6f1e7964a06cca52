/** Reads what stands below one another: paragraphs, tables, and whatever they are wrapped in. */
import type { NodeJson } from '#shared/text/draft.ts'
import { isCaptionStyle, withCaption } from '../images.ts'
import { settleStarts } from '../settle.ts'
import { childOf, settingOf, type XmlElement } from '../xml.ts'
import { readBlock } from './blocks.ts'
import { Fields } from './fields.ts'
import type { MarkJson } from './formats.ts'
import { readRuns } from './runs.ts'
import { type Place, placeOfBox, type Story } from './story.ts'
import { cellsOf, readTable } from './tables.ts'

/** The blocks of what an element of this story contains. */
export function readFlow(container: XmlElement, story: Story): NodeJson[] {
  const reader = new FlowReader(story)
  reader.readChildren(container)
  return reader.blocks
}

class FlowReader {
  readonly blocks: NodeJson[] = []
  readonly #story: Story
  /** The tracked changes that whole paragraphs stand in. */
  #changes: readonly MarkJson[] = []

  constructor(story: Story) {
    this.#story = story
  }

  readChildren(element: XmlElement): void {
    for (const child of element.children) this.#read(child)
  }

  #read(element: XmlElement): void {
    const { losses, places, comments } = this.#story.reading
    const { name, attributes } = element
    if (name === 'w:p' || name === 'm:oMathPara') this.#readParagraph(element)
    else if (name === 'w:tbl') this.#readTable(element)
    else if (name === 'w:altChunk' || name === 'w:subDoc') losses.add('embedded-object')
    else if (changeOf.has(name)) this.#readChange(element)
    else if (name === 'w:bookmarkStart') places.meet(attributes['w:name'])
    else if (name === 'w:commentRangeStart') comments.begin(attributes['w:id'])
    else if (name === 'w:commentRangeEnd') comments.end(attributes['w:id'])
    else if (isTableOfContents(element)) losses.add('field')
    else if (!name.endsWith('Pr')) this.readChildren(element)
  }

  /** Paragraphs that were inserted or deleted as they are, with what they stand in. */
  #readChange(element: XmlElement): void {
    const before = this.#changes
    const type = changeOf.get(element.name) as 'insertion' | 'deletion'
    this.#changes = [{ type, attrs: { id: this.#story.reading.changes.idOf(type, element) } }]
    this.readChildren(element)
    this.#changes = before
  }

  #readParagraph(paragraph: XmlElement): void {
    const properties = childOf(paragraph, 'w:pPr')
    const { inlines, boxes, images } = readRuns(paragraph, this.#story, this.#changes)
    const [made = null] = readBlock(properties, inlines, this.#changes, this.#story)
    const { places, comments, styles } = this.#story.reading
    const chain = styles.ofParagraph(properties)
    const isCaption = isCaptionStyle(chain)
    const { nodes, about } = withCaption({ images, made, isCaption }, this.blocks.at(-1))
    if (!about && isRuled([properties, ...chain.map((style) => style.paragraph)]))
      this.#story.reading.losses.add('rule')
    if (about) {
      if (this.#story.place === 'body') places.settleOn(about.attrs ?? {})
      // A note is read in the middle of the paragraph that it hangs on, whose comments these are.
      if (this.#story.place !== 'note') comments.settleOn(String(about.attrs?.id))
    }
    this.#append(nodes)
    for (const box of boxes) this.#readBox(box)
  }

  #readBox(box: XmlElement): void {
    const fields = new Fields(box, this.#story.reading)
    this.#append(readFlow(box, { ...this.#story, fields, place: placeOfBox(this.#story.place) }))
  }

  /** Only the body has tables; in a cell, a note or a text box the words of one come over, cell by cell. */
  #readTable(table: XmlElement): void {
    const { place, reading } = this.#story
    if (place !== 'body') {
      reading.losses.add('nested-table')
      for (const cell of cellsOf(table)) this.#append(this.#readCell(cell, place))
      return
    }
    const read = readTable(table, reading.changes, (cell) => {
      const blocks = this.#readCell(cell, 'cell')
      settleStarts(blocks, reading.numbers)
      return blocks
    })
    if (read) this.blocks.push(read)
  }

  #readCell(cell: XmlElement, place: Place): NodeJson[] {
    return readFlow(cell, { ...this.#story, place })
  }

  #append(blocks: readonly NodeJson[]): void {
    for (const block of blocks) this.blocks.push(block)
  }
}

const changeOf = new Map([
  ['w:ins', 'insertion'],
  ['w:moveTo', 'insertion'],
  ['w:del', 'deletion'],
  ['w:moveFrom', 'deletion'],
])

/** With nothing in it such a paragraph is a line across the page. */
const isRuled = (all: readonly (XmlElement | undefined)[]): boolean =>
  all
    .map((properties) => childOf(properties, 'w:pBdr'))
    .find((border) => border !== undefined)
    ?.children.some(
      ({ name, attributes }) => edges.test(name) && !/^(nil|none)$/.test(attributes['w:val'] ?? ''),
    ) ?? false

const edges = /^w:(top|bottom)$/

/** Word keeps its table of contents, heading and all, in a content control. */
function isTableOfContents(control: XmlElement): boolean {
  const part = childOf(childOf(control, 'w:sdtPr'), 'w:docPartObj')
  return settingOf(part, 'w:docPartGallery') === 'Table of Contents'
}
