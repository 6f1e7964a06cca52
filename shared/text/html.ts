/** HTML of a canonical text: the same for the public page, the downloaded file and the signing screen. */
import {
  type Block,
  type CanonicalText,
  type Footnote,
  type Format,
  type ImageBlock,
  isTextBlock,
  isTitle,
  plainText,
  type Run,
  type TableBlock,
  type TableCell,
  type TextBlock,
} from './canonical.ts'
import { deeper, listFrom } from './lists.ts'
import { numberLabels, referenceLabels } from './numbering.ts'

/** The words that a text needs around it. */
export type TextWords = {
  /** Stands where a cross-reference has lost its clause. */
  lostReference: string
  /** The name of the section of notes. */
  footnotes: string
  /** The name of the link from a note back to its place in the text. */
  backToText: string
}

export type HtmlOptions = {
  words: TextWords
  /** The address of a picture, by the SHA-256 of its bytes. */
  assetAddress: (asset: string) => string
}

/**
 * The body as HTML, without its title (the first heading of level 1, which the page sets itself).
 * Every block has the anchor `#p-<id>`; notes are listed at the end. Nothing in it is unescaped.
 */
export function textToHtml(text: CanonicalText, options: HtmlOptions): string {
  const writer = new Writer(text, options)
  const title = text.blocks.find(isTitle)
  // What the title has anchored already is not anchored again below it.
  if (title) writer.runs(title.runs)
  return writer.flow(text.blocks.filter((block) => block !== title)) + writer.notes(text.footnotes)
}

/** The words of the title as HTML, with its formats and notes, for the page's own heading. */
export function titleToHtml(text: CanonicalText, options: HtmlOptions): string {
  const title = text.blocks.find(isTitle)
  return title ? new Writer(text, options).runs(title.runs) : ''
}

/** `text` with the five characters that mean something in HTML written as entities. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const elements: Record<Format, string> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  subscript: 'sub',
  superscript: 'sup',
  underline: 'u',
}

class Writer {
  readonly #options: HtmlOptions
  readonly #labels: Map<Block, string>
  readonly #references: Map<string, string>
  readonly #notes: Map<string, number>
  readonly #noted = new Set<string>()

  constructor(text: CanonicalText, options: HtmlOptions) {
    const numbered = text.blocks.map(asNumbered)
    const references = referenceLabels(numbered, text.language, text.numbering)
    this.#options = options
    this.#labels = new Map(
      runsOfBlocks(text.blocks).flatMap((blocks) => {
        const labels = numberLabels(blocks.map(asNumbered), text.language, text.numbering)
        return blocks.map((block, at) => [block, labels[at] as string] as const)
      }),
    )
    this.#references = new Map(
      text.blocks.map((block, at) => [block.id, references[at] || firstWords(block)]),
    )
    this.#notes = new Map(text.footnotes.map(({ id }, at) => [id, at + 1]))
  }

  flow(blocks: readonly Block[]): string {
    let html = ''
    for (let at = 0; at < blocks.length; ) {
      const block = blocks[at] as Block
      const list = listFrom(blocks, at)
      if (list.length > 0) {
        html += this.#list(list)
        at += list.length
      } else {
        html += this.#block(block)
        at++
      }
    }
    return html
  }

  notes(footnotes: readonly Footnote[]): string {
    if (footnotes.length === 0) return ''
    const { footnotes: heading, backToText } = this.#options.words
    const items = footnotes.map(({ id, blocks }, at) => {
      const body = blocks.map((block) => this.runs(block.runs)).join('<br>')
      const name = escapeHtml(id)
      const back = `<a class="back" href="#note-${name}" aria-label="${escapeHtml(backToText)}">↩\uFE0E</a>`
      return `<li id="footnote-${name}" value="${at + 1}">${body} ${back}</li>\n`
    })
    return `<section class="footnotes" aria-label="${escapeHtml(heading)}"><ol>\n${items.join('')}</ol></section>\n`
  }

  #block(block: Block): string {
    if (block.kind === 'table') return this.#table(block)
    if (block.kind === 'image') return this.#image(block)
    const { id, kind, level = 0, runs } = block
    const inner = this.runs(runs)
    const name = escapeHtml(id)
    const anchor = `id="p-${name}"`
    if (kind === 'heading') return heading(level, anchor, inner)
    if (kind === 'quotation') return `<blockquote ${anchor}><p>${inner}</p></blockquote>\n`
    const label = this.#labels.get(block)
    const number = label ? `<a class="number" href="#p-${name}">${label}</a> ` : ''
    const depth = level > 0 ? ` level-${level}` : ''
    return `<p ${anchor} class="${kind}${depth}">${number}${inner}</p>\n`
  }

  /** Flat list items as nested lists; each item keeps its number, wherever it stands. */
  #list(items: readonly TextBlock[]): string {
    const [first] = items
    if (!first) return ''
    const depth = first.level ?? 0
    const tag = first.kind === 'bullet' ? 'ul' : 'ol'
    let html = `<${tag}>\n`
    for (let at = 0; at < items.length; ) {
      const item = items[at] as TextBlock
      const inner = deeper(items, at + 1, depth)
      const label = item.kind === 'numbered' ? ` data-number="${this.#labels.get(item)}"` : ''
      html += `<li id="p-${escapeHtml(item.id)}"${label}>${this.runs(item.runs)}${this.#sublists(inner)}</li>\n`
      at += 1 + inner.length
    }
    return `${html}</${tag}>\n`
  }

  #sublists(items: readonly TextBlock[]): string {
    let html = ''
    for (let at = 0; at < items.length; ) {
      const list = listFrom(items, at)
      html += this.#list(list)
      at += list.length
    }
    return html && `\n${html}`
  }

  #table({ id, rows, widths }: TableBlock): string {
    const body = rows
      .map(
        (row, at) =>
          `<tr>${row.map((cell, place) => this.#cell(cell, scopeOf(at, place, row))).join('')}</tr>\n`,
      )
      .join('')
    const columns = widths?.map((width) => (width > 0 ? `<col width="${width}%">` : '<col>'))
    const group = columns ? `<colgroup>${columns.join('')}</colgroup>\n` : ''
    const sized = columns ? ' class="sized"' : ''
    // A wide table scrolls by itself: the keyboard must reach it.
    return `<div class="table" tabindex="0"><table id="p-${escapeHtml(id)}"${sized}>\n${group}${body}</table></div>\n`
  }

  #cell({ header, colspan, rowspan, blocks }: TableCell, scope: string): string {
    const tag = header ? `th scope="${scope}"` : 'td'
    const across = colspan ? ` colspan="${colspan}"` : ''
    const down = rowspan ? ` rowspan="${rowspan}"` : ''
    return `<${tag}${across}${down}>${this.flow(blocks).trim()}</${header ? 'th' : 'td'}>`
  }

  #image({ id, asset, alt, width, height, caption }: ImageBlock): string {
    const source = escapeHtml(this.#options.assetAddress(asset))
    const size = width && height ? ` width="${width}" height="${height}"` : ''
    const words = caption.length > 0 ? `<figcaption>${this.runs(caption)}</figcaption>` : ''
    return `<figure id="p-${escapeHtml(id)}"><img src="${source}" alt="${escapeHtml(alt)}"${size} loading="lazy" decoding="async">${words}</figure>\n`
  }

  runs(runs: readonly Run[]): string {
    return runs.map((run) => this.#run(run)).join('')
  }

  #run(run: Run): string {
    if ('break' in run) return '<br>'
    if ('footnote' in run) return this.#noteAnchor(run.footnote)
    if ('reference' in run) {
      const label = this.#references.get(run.reference)
      return label
        ? `<a class="reference" href="#p-${escapeHtml(run.reference)}">${escapeHtml(label)}</a>`
        : `<span class="lost">${escapeHtml(this.#options.words.lostReference)}</span>`
    }
    const formatted = (run.formats ?? []).reduceRight(
      (html, format) => `<${elements[format]}>${html}</${elements[format]}>`,
      escapeHtml(run.text),
    )
    return run.link
      ? `<a href="${escapeHtml(run.link)}" rel="noopener noreferrer nofollow">${formatted}</a>`
      : formatted
  }

  /** The first mention of a note is where its way back leads. */
  #noteAnchor(id: string): string {
    const name = escapeHtml(id)
    const anchor = this.#noted.has(id) ? '' : ` id="note-${name}"`
    this.#noted.add(id)
    return `<sup class="note"><a${anchor} href="#footnote-${name}">${this.#notes.get(id) ?? ''}</a></sup>`
  }
}

/** What a heading cell is the heading of: the first row heads the columns, the first cell elsewhere its row. */
const scopeOf = (row: number, place: number, cells: readonly TableCell[]): string => {
  const headsColumn = row === 0 || place > 0 || cells.every(({ header }) => header)
  return headsColumn ? 'col' : 'row'
}

/** The blocks that are counted together: those of the text, and those of each cell by themselves. */
const runsOfBlocks = (blocks: readonly Block[]): (readonly Block[])[] => [
  blocks,
  ...blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flatMap((row) => row.map((cell) => cell.blocks)) : [],
  ),
]

/** Headings of the text stand below the page's one `h1`, which is the title. */
function heading(level: number, anchor: string, inner: string): string {
  const tag = `h${Math.max(level, 2)}`
  return `<${tag} ${anchor}>${inner}</${tag}>\n`
}

const asNumbered = (block: Block) =>
  isTextBlock(block)
    ? { kind: block.kind, level: block.level ?? 0, start: block.start ?? null }
    : { kind: 'plain' as const, level: 0, start: null }

const firstWords = (block: Block): string => {
  const text = isTextBlock(block) ? plainText(block.runs) : ''
  const [words = ''] = text.match(/^.{0,40}(?!\S)|^.{40}/u) ?? []
  return words ? `“${words}…”` : ''
}
