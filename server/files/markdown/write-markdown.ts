/** Writes a text as Markdown, with the notes and tables of GitHub's. What Markdown has no sign for is HTML within it. [DRAFT7] */
import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { Language } from '#shared/language/languages.ts'
import type { Format } from '#shared/text/canonical.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import type { TextNodes } from '../file-text.ts'
import { type Piece, piecesOf } from '../inline-nodes.ts'
import {
  countsOf,
  factsOf,
  notesIn,
  pictureWords,
  type Reference,
  referencesOf,
} from '../text-blocks.ts'

/** Suggestions are written as if accepted; comments, preambles and merged cells are not in Markdown. */
export function writeMarkdown(
  text: TextNodes,
  { language }: { language: Language },
): Uint8Array<ArrayBuffer> {
  const writer = new MarkdownWriter(text, language)
  const children = [...writer.flow(text.blocks), ...writer.notes()]
  const written = toMarkdown(
    { type: 'root', children },
    { extensions: [gfmToMarkdown({ tablePipeAlign: false })], bullet: '-', listItemIndent: 'one' },
  )
  return new TextEncoder().encode(written)
}

class MarkdownWriter {
  readonly #text: TextNodes
  readonly #counts: ReturnType<typeof countsOf>
  readonly #references: ReadonlyMap<string, Reference>
  readonly #notes: string[]

  constructor(text: TextNodes, language: Language) {
    this.#text = text
    const style = text.numbering ?? 'letters'
    this.#counts = countsOf(text.blocks, language, style)
    this.#references = referencesOf(text.blocks, language, style)
    this.#notes = notesIn(text.blocks, text)
  }

  flow(blocks: readonly NodeJson[]): RootContent[] {
    const written: RootContent[] = []
    for (let at = 0; at < blocks.length; ) {
      const items = itemsFrom(blocks, at)
      if (items.length > 0) {
        written.push(...this.#lists(items))
        at += items.length
      } else {
        written.push(...this.#block(blocks[at] as NodeJson))
        at++
      }
    }
    return written
  }

  notes(): RootContent[] {
    return this.#notes.map((id, at) => ({
      type: 'footnoteDefinition',
      identifier: `${at + 1}`,
      label: `${at + 1}`,
      children: (this.#text.footnotes[id] ?? []).flatMap(
        (block) => this.#block(block) as DefinitionContent[],
      ),
    }))
  }

  #block(block: NodeJson): RootContent[] {
    if (block.type === 'table') return [this.#table(block)]
    if (block.type === 'image') return this.#picture(block)
    const { kind, level } = factsOf(block)
    const children = this.#inline(block.content, kind === 'heading' ? 'html' : 'sign')
    if (children.length === 0) return []
    if (kind === 'heading') return [{ type: 'heading', depth: level as 1 | 2 | 3, children }]
    const paragraph = { type: 'paragraph', children } as const
    return [kind === 'quotation' ? { type: 'blockquote', children: [paragraph] } : paragraph]
  }

  /** A text file holds no pictures: what each shows is said in words, with the caption below. */
  #picture({ attrs, content }: NodeJson): RootContent[] {
    const children = this.#inline(content, 'sign')
    const said: PhrasingContent[] = [text(pictureWords(attrs))]
    return [said, children]
      .filter(({ length }) => length > 0)
      .map((words) => ({ type: 'paragraph', children: words }))
  }

  /** Items of one depth and kind whose numbers follow one another are one list; what lies deeper is within. */
  #lists(items: readonly NodeJson[]): List[] {
    const lists: List[] = []
    let number: number | null = null
    for (let at = 0; at < items.length; ) {
      const item = items[at] as NodeJson
      const { level, kind } = factsOf(item)
      const inner = within(items, at + 1, level)
      const count = this.#counts.get(item)?.number ?? null
      const last = lists.at(-1)
      const ordered = kind !== 'bullet'
      const goesOn = last?.ordered === ordered && (!ordered || count === Number(number) + 1)
      const list: List =
        last && goesOn ? last : { type: 'list', ordered, start: count, spread: false, children: [] }
      if (list !== last) lists.push(list)
      list.children.push(this.#item(item, inner))
      number = count
      at += 1 + inner.length
    }
    return lists
  }

  #item(item: NodeJson, inner: readonly NodeJson[]): ListItem {
    const words = { type: 'paragraph', children: this.#inline(item.content, 'sign') } as const
    const children: (BlockContent | DefinitionContent)[] = [words, ...this.#lists(inner)]
    return { type: 'listItem', spread: false, children }
  }

  /** The first row of a table in Markdown is its head: one that is none is left empty. */
  #table(table: NodeJson): Table {
    const rows = (table.content ?? []).map(({ content = [] }) => content)
    const columns = Math.max(1, ...rows.map((cells) => widthOf(cells)))
    const hasHead = rows[0]?.some(({ attrs }) => attrs?.header === true) ?? false
    const written = rows.map((cells) => ({
      type: 'tableRow' as const,
      children: cells.flatMap((cell) => this.#cell(cell)),
    }))
    const empty = { type: 'tableRow' as const, children: blank(columns) }
    return { type: 'table', children: hasHead ? written : [empty, ...written] }
  }

  #cell({ content = [], attrs }: NodeJson) {
    const children = content.flatMap((block, at) => [
      ...(at > 0 ? [html('<br>')] : []),
      ...this.#inline(block.content, 'html'),
    ])
    return [{ type: 'tableCell' as const, children }, ...blank(Number(attrs?.colspan ?? 1) - 1)]
  }

  #inline(content: readonly NodeJson[] | undefined, breaks: 'sign' | 'html'): PhrasingContent[] {
    const pieces = piecesOf(content).filter(({ deletion }) => deletion === null)
    return pieces.flatMap((piece) => {
      const children = this.#piece(piece, breaks)
      return piece.link
        ? [{ type: 'link', url: piece.link, children } as PhrasingContent]
        : children
    })
  }

  #piece(piece: Piece, breaks: 'sign' | 'html'): PhrasingContent[] {
    if ('break' in piece) return [breaks === 'sign' ? { type: 'break' } : html('<br>')]
    if ('footnote' in piece) {
      const place = this.#notes.indexOf(piece.footnote) + 1
      return place > 0
        ? [{ type: 'footnoteReference', identifier: `${place}`, label: `${place}` }]
        : []
    }
    if ('reference' in piece) {
      return [text(this.#references.get(piece.reference)?.label ?? '[?]')]
    }
    return formatted(piece.text, piece.formats)
  }
}

/** Blanks at the edges stay outside: Markdown's signs stand right beside letters. */
function formatted(words: string, formats: readonly Format[]): PhrasingContent[] {
  const [, before = '', inner = '', after = ''] = words.match(/^(\s*)([\s\S]*?)(\s*)$/) ?? []
  if (inner === '') return words === '' ? [] : [text(words)]
  const marked = formats.reduceRight<PhrasingContent[]>(wrap, [text(inner)])
  return [...(before ? [text(before)] : []), ...marked, ...(after ? [text(after)] : [])]
}

const tags: { [format in Format]?: string } = {
  underline: 'u',
  subscript: 'sub',
  superscript: 'sup',
}

function wrap(children: PhrasingContent[], format: Format): PhrasingContent[] {
  if (format === 'bold') return [{ type: 'strong', children }]
  if (format === 'italic') return [{ type: 'emphasis', children }]
  if (format === 'strike') return [{ type: 'delete', children }]
  return [html(`<${tags[format]}>`), ...children, html(`</${tags[format]}>`)]
}

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const html = (value: string): PhrasingContent => ({ type: 'html', value })
const blank = (count: number) =>
  Array.from({ length: Math.min(Math.max(count, 0), 100) }, () => ({
    type: 'tableCell' as const,
    children: [],
  }))

const widthOf = (cells: readonly NodeJson[]): number =>
  cells.reduce((sum, { attrs }) => sum + Number(attrs?.colspan ?? 1), 0)

const isItem = (block: NodeJson | undefined): block is NodeJson =>
  block !== undefined && ['operative', 'bullet', 'numbered'].includes(factsOf(block).kind)

function itemsFrom(blocks: readonly NodeJson[], from: number): NodeJson[] {
  let end = from
  while (isItem(blocks[end])) end++
  return blocks.slice(from, end)
}

/** The items from a place on that lie deeper than `level`. */
function within(items: readonly NodeJson[], from: number, level: number): NodeJson[] {
  const end = items.findIndex((item, at) => at >= from && factsOf(item).level <= level)
  return items.slice(from, end === -1 ? undefined : end)
}
