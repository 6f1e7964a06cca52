/** From the nodes of a draft to the canonical form of its text, with what stands in the way of freezing it. */
import type { Mark, Node } from '@tiptap/pm/model'
import type { Language } from '../language/languages.ts'
import { isAsset } from '../pictures.ts'
import { anchorCharacter, fittingLevel, isBlockKind, isId } from './blocks.ts'
import {
  type Block,
  type CanonicalText,
  type Footnote,
  type Format,
  formats,
  type ImageBlock,
  isTextBlock,
  isTitle,
  type Problem,
  plainText,
  type Run,
  type TableBlock,
  type TableCell,
  type TextBlock,
} from './canonical.ts'
import type { NumberingStyle } from './form.ts'
import { safeAddress } from './links.ts'
import type { MarkName } from './schema.ts'
import { isHeaderRow, type PlacedCell, wholeTable, widthsOf } from './whole-table.ts'

/**
 * The canonical form of one language's body, and what stands in the way of freezing it.
 *
 * Text is brought to Unicode form NFC; what is suggested to go is left out, and each suggestion is a
 * problem; neighbouring runs of one format become one; empty blocks,
 * comments and unused footnotes are left out; a repeated id gets a suffix. The same draft gives
 * the same form wherever it is computed.
 */
export function canonicalText(
  body: Node,
  footnotes: ReadonlyMap<string, Node>,
  language: Language,
  numbering: NumberingStyle = 'letters',
): { text: CanonicalText; problems: Problem[] } {
  const reading = new Reading(language)
  const blocks = reading.flow(body)
  const notes: Footnote[] = []
  for (const id of reading.footnotes) {
    const note = footnotes.get(id)
    const read = note ? reading.flow(note) : []
    const noteBlocks = read.filter(isTextBlock)
    if (noteBlocks.length < read.length) reading.problem('table-in-footnote')
    if (noteBlocks.length === 0) reading.problem('empty-footnote')
    notes.push({ id, blocks: noteBlocks })
  }
  const title = blocks.find(isTitle)
  if (!title) reading.problem('no-title')
  if (blocks.every(isTitle)) reading.problem('no-text')
  const named = new Set(blocks.filter(hasName).map(({ id }) => id))
  for (const { target, block } of reading.references) {
    if (!named.has(target)) reading.problem('lost-reference', block)
  }
  return {
    text: {
      language,
      title: title ? plainText(title.runs) : '',
      ...(numbering !== 'letters' && { numbering }),
      blocks,
      footnotes: notes,
    },
    problems: reading.problems,
  }
}

/** Reads one language's nodes, and keeps what spans blocks: ids, notes and references seen, problems met. */
class Reading {
  readonly ids = new Set<string>()
  readonly footnotes = new Set<string>()
  readonly references: { target: string; block: string }[] = []
  readonly problems: Problem[] = []
  readonly #language: Language

  constructor(language: Language) {
    this.#language = language
  }

  problem(code: Problem['code'], block?: string) {
    this.problems.push({ code, language: this.#language, ...(block && { block }) })
  }

  flow(parent: Node): Block[] {
    return parent.children.flatMap((node) => {
      if (node.marks.length > 0 || node.attrs.review) this.problem('open-suggestion')
      if (node.type.name === 'table') return this.#table(node) ?? []
      if (node.type.name === 'image') return this.#image(node) ?? []
      return this.#block(node) ?? []
    })
  }

  #block(node: Node): TextBlock | null {
    const id = this.#id(node)
    // Attributes are whatever an editor has sent.
    const kind = isBlockKind(node.attrs.kind) ? node.attrs.kind : 'plain'
    const runs = this.#runs(node, id)
    if (runs.length === 0) {
      if (kind === 'operative' && !node.children.some(isDeleted)) this.problem('empty-clause', id)
      return null
    }
    const level = fittingLevel(kind, node.attrs.level)
    const start = node.attrs.start
    return {
      id,
      kind,
      ...(level !== 0 && { level }),
      ...(Number.isSafeInteger(start) && { start }),
      runs,
    }
  }

  #image(node: Node): ImageBlock | null {
    const id = this.#id(node)
    const { asset, width, height } = node.attrs
    if (!isAsset(asset)) {
      this.problem('missing-image', id)
      return null
    }
    const alt = typeof node.attrs.alt === 'string' ? clean(node.attrs.alt).trim() : ''
    if (alt === '') this.problem('image-without-words', id)
    return {
      id,
      kind: 'image',
      asset,
      alt,
      ...(Number.isSafeInteger(width) && { width }),
      ...(Number.isSafeInteger(height) && { height }),
      caption: this.#runs(node, id),
    }
  }

  #table(node: Node): TableBlock | null {
    const id = this.#id(node)
    if (node.children.some((row) => row.attrs.review)) this.problem('open-suggestion', id)
    const grid = wholeTable(node)
    if (!grid) return null
    const widths = widthsOf(grid)
    const rows = grid.rows.map((row) => {
      const isHeader = isHeaderRow(row)
      return row.map((placed) => this.#cell(placed, isHeader))
    })
    return { id, kind: 'table', ...(widths && { widths }), rows }
  }

  #cell({ cell, colspan, rowspan }: PlacedCell, isHeaderRow: boolean): TableCell {
    const header = cell ? cell.node.attrs.header === true : isHeaderRow
    return {
      ...(header && { header: true as const }),
      ...(colspan > 1 && { colspan }),
      ...(rowspan > 1 && { rowspan }),
      blocks: cell ? this.flow(cell.node).filter(isTextBlock) : [],
    }
  }

  #id(node: Node): string {
    const given = isId(node.attrs.id) ? node.attrs.id : `b${this.ids.size + 1}`
    let id = given
    for (let copy = 2; this.ids.has(id); copy++) id = `${given}-${copy}`
    this.ids.add(id)
    return id
  }

  #runs(node: Node, block: string): Run[] {
    const runs: Run[] = []
    for (const child of node.children) {
      if (child.marks.some(isSuggestion)) this.problem('open-suggestion', block)
      if (isDeleted(child)) continue
      for (const run of this.#inline(child, block)) append(runs, run)
    }
    return trimmed(runs)
  }

  *#inline(child: Node, block: string): Generator<Run> {
    if (!child.isText) {
      yield { break: true }
      return
    }
    const footnote = attrOf(child, 'footnote', 'id')
    const target = attrOf(child, 'reference', 'target')
    const style = styleOf(child.marks)
    for (const piece of (child.text ?? '').split(new RegExp(`(${anchorCharacter})`))) {
      if (piece !== anchorCharacter) {
        const text = clean(piece)
        if (text) yield { text, ...style }
      } else if (isId(footnote)) {
        this.footnotes.add(footnote)
        yield { footnote }
      } else if (isId(target)) {
        this.references.push({ target, block })
        yield { reference: target }
      }
    }
  }
}

/** Whether a reference can call the block by something: its number, or its first words. */
const hasName = (block: Block): boolean =>
  isTextBlock(block) && (block.kind === 'operative' || plainText(block.runs) !== '')

const isSuggestion = (mark: Mark) =>
  ['insertion', 'deletion', 'modification'].includes(mark.type.name)

const isDeleted = ({ marks }: Node) => marks.some(({ type }) => type.name === 'deletion')

const attrOf = (node: Node, name: MarkName, attr: string): unknown =>
  node.marks.find((mark) => mark.type.name === name)?.attrs[attr]

function styleOf(marks: readonly Mark[]): { formats?: Format[]; link?: string } {
  const found = formats.filter((format) => marks.some((mark) => mark.type.name === format))
  const link = safeAddress(marks.find((mark) => mark.type.name === 'link')?.attrs.href)
  return { ...(found.length > 0 && { formats: found }), ...(link && { link }) }
}

/** Without control characters, lone surrogates and byte-order marks; in Unicode form NFC. A line end is a space. */
const clean = (text: string) =>
  text
    .replace(/\r\n|[\t\n\v\f\r\u2028\u2029]/g, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\ufeff]/gu, '')
    .normalize('NFC')

function append(runs: Run[], run: Run) {
  const last = runs.at(-1)
  const joins =
    last && 'text' in last && 'text' in run && styleKey(last) === styleKey(run) ? last : null
  if (joins && 'text' in run) joins.text = (joins.text + run.text).normalize('NFC')
  else runs.push(run)
}

const styleKey = ({ formats: list = [], link = '' }: { formats?: Format[]; link?: string }) =>
  `${list.join(' ')} ${link}`

/** Without white space and line breaks at either end of the block. */
const trimmed = (runs: Run[]): Run[] =>
  withoutEdge(withoutEdge(runs, /^\s+/u).reverse(), /\s+$/u).reverse()

/** Drops what is blank from the front of the list, up to the first run that is not. */
function withoutEdge(runs: Run[], blank: RegExp): Run[] {
  const [first, ...rest] = runs
  if (!first || 'footnote' in first || 'reference' in first) return runs
  const text = 'text' in first ? first.text.replace(blank, '') : ''
  return text === '' ? withoutEdge(rest, blank) : [{ ...first, text }, ...rest]
}
