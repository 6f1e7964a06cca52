/** Reads what stands below one another: paragraphs, tables, and whatever they are wrapped in. */
import type { NodeJson } from '#shared/text/draft.ts'
import { readBlock } from './blocks.ts'
import { Fields } from './fields.ts'
import { hasWords, type Inline } from './inline.ts'
import { readRuns } from './runs.ts'
import { settleStarts } from './settle.ts'
import type { Place, Story } from './story.ts'
import { cellsOf, readTable } from './tables.ts'
import { childOf, settingOf, type XmlElement } from './xml.ts'

/** The blocks of what an element of this story contains. */
export function readFlow(container: XmlElement, story: Story): NodeJson[] {
  const reader = new FlowReader(story)
  reader.readChildren(container)
  reader.finish()
  return reader.blocks
}

class FlowReader {
  readonly blocks: NodeJson[] = []
  readonly #story: Story
  /** What is left of a paragraph whose end was deleted: it goes on in the next. */
  #unended: { properties: XmlElement | undefined; inlines: Inline[] } | null = null

  constructor(story: Story) {
    this.#story = story
  }

  readChildren(element: XmlElement): void {
    for (const child of element.children) this.#read(child)
  }

  finish(): void {
    if (this.#unended) this.#add(this.#unended.properties, this.#unended.inlines)
    this.#unended = null
  }

  #read(element: XmlElement): void {
    const { losses } = this.#story.reading
    const { name } = element
    if (name === 'w:p' || name === 'm:oMathPara') this.#readParagraph(element)
    else if (name === 'w:tbl') this.#readTable(element)
    else if (name === 'w:altChunk' || name === 'w:subDoc') losses.add('embedded-object')
    else if (name === 'w:del' || name === 'w:moveFrom') losses.add('tracked-deletion')
    else if (isTableOfContents(element)) losses.add('field')
    else if (!name.endsWith('Pr')) this.readChildren(element)
  }

  #readParagraph(paragraph: XmlElement): void {
    const { losses } = this.#story.reading
    const insertions = losses.count('tracked-insertion')
    const deletions = losses.count('tracked-deletion')
    const properties = childOf(paragraph, 'w:pPr')
    const { inlines, boxes } = readRuns(paragraph, this.#story)
    const joined = this.#unended?.inlines ?? []
    for (const inline of inlines) joined.push(inline)
    const end = childOf(properties, 'w:rPr')

    if (childOf(end, 'w:ins') && losses.count('tracked-insertion') === insertions) {
      losses.add('tracked-insertion')
    }
    if (childOf(end, 'w:del') || childOf(end, 'w:moveFrom')) {
      if (hasWords(inlines) && losses.count('tracked-deletion') === deletions) {
        losses.add('tracked-deletion')
      }
      this.#unended = { properties, inlines: joined }
    } else {
      this.#unended = null
      this.#add(properties, joined)
    }
    for (const box of boxes) this.#readBox(box)
  }

  #add(properties: XmlElement | undefined, inlines: readonly Inline[]): void {
    this.blocks.push(...readBlock(properties, inlines, this.#story))
  }

  #readBox(box: XmlElement): void {
    const fields = new Fields(box, this.#story.reading.losses)
    this.#append(readFlow(box, { ...this.#story, fields, place: 'box' }))
  }

  /** Only the body has tables; in a cell, a note or a text box the words of one come over, cell by cell. */
  #readTable(table: XmlElement): void {
    this.finish()
    const { place, reading } = this.#story
    if (place !== 'body') {
      reading.losses.add('nested-table')
      for (const cell of cellsOf(table, reading.losses)) this.#append(this.#readCell(cell, place))
      return
    }
    const read = readTable(table, reading.losses, (cell) => {
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

/** Word keeps its table of contents, heading and all, in a content control. */
function isTableOfContents(control: XmlElement): boolean {
  const part = childOf(childOf(control, 'w:sdtPr'), 'w:docPartObj')
  return settingOf(part, 'w:docPartGallery') === 'Table of Contents'
}
