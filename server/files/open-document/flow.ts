/** Reads what stands below one another in an OpenDocument file: paragraphs, headings, lists, tables. */
import type { Attrs } from '@tiptap/pm/model'
import { type BlockKind, fittingLevel, newId } from '#shared/text/blocks.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { isCaptionStyle, type PlacedImage, withCaption } from '../images.ts'
import { type Inline, tidied, withoutOverallBold, words } from '../inline.ts'
import { settleStarts } from '../settle.ts'
import { type Role, roleOf } from '../word/roles.ts'
import { holdsImages, type Place, placeOfBox } from '../word/story.ts'
import { wholeNumber, type XmlElement } from '../xml.ts'
import type { ListCounter, ListMark } from './list-counter.ts'
import { type RunContext, readRuns } from './runs.ts'
import { readTable } from './tables.ts'

export type OpenReading = RunContext & {
  counter: ListCounter
  headings: Attrs[]
  numbers: Map<Attrs, number>
  labels: Map<Attrs, string>
}

/** The list that paragraphs stand in: its style, its counts, how deep. */
type ListState = { style: string | undefined; counts: (number | undefined)[]; level: number }

/** A paragraph's place in its list, and what it is counted as. */
type Item = { list: ListState; mark: ListMark }

export function readFlow(container: XmlElement, reading: OpenReading, place: Place): NodeJson[] {
  const reader = new FlowReader(reading, place)
  for (const child of container.children) reader.read(child, null)
  return reader.blocks
}

class FlowReader {
  readonly blocks: NodeJson[] = []
  readonly #reading: OpenReading
  readonly #place: Place

  constructor(reading: OpenReading, place: Place) {
    this.#reading = reading
    this.#place = place
  }

  read(element: XmlElement, mark: Item | null): void {
    const { losses, review } = this.#reading
    const { name, attributes } = element
    if (name === 'text:p' || name === 'text:h') this.#paragraph(element, mark)
    else if (name === 'text:list') this.#list(element, null)
    else if (name === 'table:table') this.#table(element)
    else if (name === 'text:change-start') review.begin(attributes['text:change-id'])
    else if (name === 'text:change-end') review.end(attributes['text:change-id'])
    else if (name === 'text:change') this.#deleted(element)
    else if (indexes.test(name)) losses.add('field')
    else if (name === 'draw:frame')
      this.#paragraph({ ...element, name: 'text:p', children: [element] }, null)
    else if (passed.has(name)) for (const child of element.children) this.read(child, null)
  }

  /** Whole paragraphs that were deleted between two others. */
  #deleted(element: XmlElement): void {
    const change = this.#reading.review.changeOf(element.attributes['text:change-id'])
    if (change?.kind === 'deletion') {
      this.#paragraph({ ...element, name: 'text:p', children: [element] }, null)
    }
  }

  #box(box: XmlElement): void {
    this.blocks.push(...readFlow(box, this.#reading, placeOfBox(this.#place)))
  }

  #list(element: XmlElement, outer: ListState | null): void {
    const { counter } = this.#reading
    const style = element.attributes['text:style-name'] ?? outer?.style
    const list: ListState = outer
      ? { style, counts: outer.counts, level: outer.level + 1 }
      : { style, counts: counter.begin(element, style), level: 0 }
    for (const item of element.children) {
      if (item.name === 'text:list-item') this.#item(item, list)
      else if (item.name === 'text:list-header') {
        for (const child of item.children) this.#inItem(child, list)
      }
    }
  }

  /** The first paragraph of an item has its number; others go on with it. */
  #item(item: XmlElement, list: ListState): void {
    const { counter, styles } = this.#reading
    const start = wholeNumber(item.attributes['text:start-value'], 32_767)
    const first = item.children.find(({ name }) => name === 'text:p' || name === 'text:h')
    for (const child of item.children) {
      if (child !== first) this.#inItem(child, list)
      else {
        const style = list.style ?? styles.listOf(child.attributes['text:style-name'])
        const mark = counter.next(list.counts, list.level, styles.levelsOf(style), start)
        this.read(child, { list, mark })
      }
    }
  }

  #inItem(child: XmlElement, list: ListState): void {
    if (child.name === 'text:list') this.#list(child, list)
    else this.read(child, null)
  }

  #paragraph(element: XmlElement, item: Item | null): void {
    const { pieces, boxes, images } = readRuns(element, this.#reading)
    const [inserted] = this.#reading.review.insertions
    const last = pieces.at(-1)
    if (last && inserted) last.review = { kind: 'insertion', id: inserted.id }
    for (const [at, { inlines, review }] of pieces.entries()) {
      const made = this.#block(element, tidied(inlines, review ? 'open' : 'closed'), item)
      if (made && review) Object.assign(made.attrs ?? {}, { review })
      this.#add(element, made, at === pieces.length - 1 ? this.#held(images) : [])
    }
    for (const box of boxes) this.#box(box)
  }

  #held(images: readonly PlacedImage[]): readonly PlacedImage[] {
    if (holdsImages(this.#place)) return images
    this.#reading.losses.add('image', images.length)
    return []
  }

  #add(element: XmlElement, made: NodeJson | null, images: readonly PlacedImage[]): void {
    const { review, places, styles } = this.#reading
    const chain = styles.chainOf('paragraph', element.attributes['text:style-name'])
    const read = { images, made, isCaption: isCaptionStyle(chain) }
    const { nodes, about } = withCaption(read, this.blocks.at(-1))
    if (!about && chain.some(({ name }) => isRule.test(name))) this.#reading.losses.add('rule')
    if (about) {
      if (this.#place === 'body') places.settleOn(about.attrs ?? {})
      // A note is read in the middle of the paragraph that it hangs on, whose comments these are.
      if (this.#place !== 'note') review.settleOn(String(about.attrs?.id))
    }
    this.blocks.push(...nodes)
  }

  #block(element: XmlElement, inlines: Inline[], item: Item | null): NodeJson | null {
    if (inlines.length === 0) return null
    const role = this.#roleOf(element)
    if (role?.kind === 'heading') return this.#heading(element, role.level, inlines, item)
    if (item && item.mark.kind !== 'none') return this.#counted(item, inlines, role)
    return block(attrsOf(role && role.kind !== 'numbered' ? role.kind : 'plain', 0), inlines)
  }

  #roleOf({ name, attributes }: XmlElement): Role {
    if (this.#place !== 'body' && this.#place !== 'cell') return null
    const chain = this.#reading.styles.chainOf('paragraph', attributes['text:style-name'])
    const role = roleOf(undefined, chain)
    if (name !== 'text:h') return role
    const named = role?.kind === 'heading' ? role.level : 1
    return { kind: 'heading', level: wholeNumber(attributes['text:outline-level'], 10) ?? named }
  }

  #heading(element: XmlElement, level: number, inlines: Inline[], item: Item | null): NodeJson {
    const attrs = attrsOf('heading', level)
    this.#reading.headings.push(attrs)
    const label = item ? item.mark.label : this.#headingLabel(element, level)
    return block(attrs, labelled(label, withoutOverallBold(inlines)))
  }

  #counted({ list: { level }, mark }: Item, inlines: Inline[], role: Role): NodeJson {
    if (this.#place !== 'body' && this.#place !== 'cell') {
      return block(attrsOf('plain', 0), labelled(mark.kind === 'bullet' ? '' : mark.label, inlines))
    }
    if (mark.kind === 'bullet') return block(fitting('bullet', level), inlines)
    const isClause = this.#place === 'body' && role?.kind !== 'numbered'
    const attrs = fitting(isClause ? 'operative' : 'numbered', level)
    this.#reading.numbers.set(attrs, mark.number)
    this.#reading.labels.set(attrs, mark.label)
    return block(attrs, inlines)
  }

  #headingLabel({ name, attributes }: XmlElement, level: number): string {
    if (name !== 'text:h' || attributes['text:is-list-header'] === 'true') return ''
    const { counter, styles } = this.#reading
    const start = wholeNumber(attributes['text:start-value'], 32_767)
    return counter.heading(Math.max(level - 1, 0), styles.outline, start)
  }

  #table(table: XmlElement): void {
    const { losses, numbers } = this.#reading
    if (this.#place !== 'body') {
      losses.add('nested-table')
      const cells = (element: XmlElement): XmlElement[] =>
        element.name === 'table:table-cell' ? [element] : element.children.flatMap(cells)
      for (const cell of cells(table))
        this.blocks.push(...readFlow(cell, this.#reading, this.#place))
      return
    }
    const read = readTable(table, (cell) => {
      const blocks = readFlow(cell, this.#reading, 'cell')
      settleStarts(blocks, numbers)
      return blocks
    })
    if (read) this.blocks.push(read)
  }
}

/** What LibreOffice calls an empty paragraph that is a line across the page, in a file of any language. */
const isRule = /^horizontalline$/

const indexes =
  /^text:(table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index|bibliography)$/

const passed = new Set([
  'text:section',
  'text:numbered-paragraph',
  'office:text',
  'text:index-body',
])

const attrsOf = (kind: BlockKind, level: number): Attrs => ({
  id: newId(),
  kind,
  level,
  start: null,
})

const fitting = (kind: BlockKind, level: number): Attrs => attrsOf(kind, fittingLevel(kind, level))

const block = (attrs: Attrs, content: Inline[]): NodeJson => ({ type: 'block', attrs, content })

const labelled = (label: string, inlines: Inline[]): Inline[] =>
  label === '' ? inlines : tidied([words(`${label} `), ...inlines])
