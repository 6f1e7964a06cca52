/** Writes a text as a Word file: real notes, numbers, headings, tables, cross-references, tracked changes and comments. [DRAFT7] */
import type { Language } from '#shared/language/languages.ts'
import { isId } from '#shared/text/blocks.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import type { NumberingStyle } from '#shared/text/form.ts'
import { readReview } from '#shared/text/review.ts'
import type { TextNodes } from '../file-text.ts'
import { type Piece, piecesOf } from '../inline-nodes.ts'
import { tag, xmlFile } from '../markup.ts'
import {
  countsOf,
  factsOf,
  notesIn,
  type Reference,
  referencesOf,
  textBlocksOf,
} from '../text-blocks.ts'
import { zipFiles } from '../zip-files.ts'
import { ourBookmark } from './places.ts'
import { CommentWriter } from './write-comments.ts'
import { isCounted, noteSign, page, separators, styleOf } from './write-fixed.ts'
import { languageTags, namespaces } from './write-names.ts'
import { NumberingWriter } from './write-numbering.ts'
import { contentTypes, coreProperties, footer, mainRelations, relations } from './write-package.ts'
import { PictureWriter } from './write-pictures.ts'
import { ChangeWriter, type RunTargets, runOf, writeRuns } from './write-runs.ts'
import { settings, styleSheet } from './write-styles.ts'
import { isHeader, writeTable } from './write-tables.ts'

/** What bookmarks are named after, so that nobody's clauses get another name by one more before them. */
type Bookmark = Reference & { bookmark: string; number: number }

/**
 * The bytes depend on the text alone: no name but those of who suggested and commented, no clock, no
 * chance. What is in the map of footnotes but not in the text is not written.
 */
export function writeWordFile(
  text: TextNodes,
  { language, title }: { language: Language; title: string },
): Uint8Array<ArrayBuffer> {
  return new WordWriter(text, language, title).file()
}

class WordWriter {
  readonly #text: TextNodes
  readonly #language: Language
  readonly #title: string
  readonly #style: NumberingStyle
  readonly #changes: ChangeWriter
  readonly #numbering: NumberingWriter
  readonly #comments: CommentWriter
  readonly #pictures: PictureWriter
  readonly #pieces = new Map<NodeJson, Piece[]>()
  readonly #counts: ReturnType<typeof countsOf>
  readonly #bookmarks = new Map<string, Bookmark>()
  readonly #bodyLinks = new Map<string, string>()
  readonly #noteLinks = new Map<string, string>()
  readonly #notes: string[] = []

  constructor(text: TextNodes, language: Language, title: string) {
    this.#text = text
    this.#language = language
    this.#title = title
    this.#changes = new ChangeWriter(text.suggestions)
    this.#pictures = new PictureWriter(text.pictures)
    this.#style = text.numbering ?? 'letters'
    this.#numbering = new NumberingWriter(language, this.#style)
    this.#counts = countsOf(text.blocks, language, this.#style)
    const blocks = textBlocksOf(text.blocks)
    for (const block of blocks) this.#pieces.set(block, piecesOf(block.content))
    const all = [...this.#pieces.values()].flat()
    const notes = notesIn(text.blocks, text).flatMap((id) => text.footnotes[id] ?? [])
    const ids = new Set(blocks.map(({ attrs }) => attrs?.id).filter(isId))
    this.#comments = new CommentWriter(text.comments, all, notes, ids)
    this.#bookmark(all)
  }

  file(): Uint8Array<ArrayBuffer> {
    const body = this.#flow(this.#text.blocks)
    const document = tag('w:document', namespaces, tag('w:body', {}, body, page))
    const footnotes = this.#footnotes()
    const hasComments = !this.#comments.isEmpty
    const pictures = this.#pictures.parts
    const parts: [string, string | Uint8Array][] = [
      ['[Content_Types].xml', contentTypes(hasComments)],
      ['_rels/.rels', mainRelations],
      ['docProps/core.xml', coreProperties(this.#title, languageTags[this.#language])],
      ['word/document.xml', xmlFile(document)],
      ['word/_rels/document.xml.rels', relations(this.#bodyLinks, hasComments, pictures)],
      ['word/styles.xml', styleSheet(languageTags[this.#language])],
      ['word/settings.xml', settings(languageTags[this.#language])],
      ['word/numbering.xml', this.#numbering.file()],
      ['word/footnotes.xml', footnotes],
      ['word/_rels/footnotes.xml.rels', relations(this.#noteLinks)],
      ['word/footer1.xml', footer],
      ...(hasComments
        ? ([
            ['word/comments.xml', this.#comments.file()],
            ['word/commentsExtended.xml', this.#comments.extendedFile()],
          ] as [string, string][])
        : []),
    ]
    const media = pictures.map(({ name, bytes }) => [`word/media/${name}`, bytes] as const)
    return zipFiles(
      [...parts, ...media],
      media.map(([name]) => name),
    )
  }

  /** Only what is referred to has a bookmark. */
  #bookmark(pieces: readonly Piece[]) {
    const references = referencesOf(this.#text.blocks, this.#language, this.#style)
    for (const piece of pieces) {
      if (!('reference' in piece) || this.#bookmarks.has(piece.reference)) continue
      const found = references.get(piece.reference)
      if (!found) continue
      const number = this.#bookmarks.size + 1
      const bookmark = `${ourBookmark}${number}`
      this.#bookmarks.set(piece.reference, { ...found, number, bookmark })
    }
  }

  #flow(blocks: readonly NodeJson[]): string {
    return blocks
      .map((block, at) => {
        if (block.type === 'block') return this.#paragraph(block)
        if (block.type === 'image') return this.#picture(block)
        if (block.type !== 'table') return ''
        // Two tables with nothing between them are one to Word, and it ends no text with a table.
        const next = blocks[at + 1]
        const gap = !next || next.type === 'table' ? tag('w:p') : ''
        return writeTable(block, this.#changes, (cell) => this.#cell(cell)) + gap
      })
      .join('')
  }

  /** What is suggested of a picture is suggested of its drawing; the caption is a paragraph below. */
  #picture(image: NodeJson): string {
    const review = readReview(image.attrs?.review)
    const drawn = this.#pictures.drawing(image)
    const run = 'markup' in drawn ? drawn.markup : runOf(drawn.words)
    const name = review?.kind === 'insertion' ? 'w:ins' : 'w:del'
    const content = review ? tag(name, this.#changes.attributes(review.id), run) : run
    const hasCaption = (this.#pieces.get(image) ?? []).length > 0
    const style = tag('w:pPr', {}, tag('w:pStyle', { 'w:val': 'Picture' }))
    const comments = hasCaption ? '' : this.#comments.at(factsOf(image).id)
    const caption = hasCaption ? this.#paragraph(image, 'Caption') : ''
    return tag('w:p', {}, style, content, comments) + caption
  }

  #cell(cell: NodeJson): string {
    const heading = isHeader(cell) ? 'TableHeading' : null
    const blocks = cell.content ?? []
    return blocks.map((block) => this.#paragraph(block, heading)).join('') || tag('w:p')
  }

  #paragraph(block: NodeJson, plainStyle: string | null = null): string {
    const { id } = factsOf(block)
    const pieces = this.#pieces.get(block) ?? []
    const targets = this.#targets(this.#bodyLinks, (note) => this.#noteNumber(note))
    const runs = writeRuns(pieces, targets, this.#changes)
    const bookmark = this.#bookmarks.get(id)
    const content = bookmark
      ? tag('w:bookmarkStart', { 'w:id': bookmark.number, 'w:name': bookmark.bookmark }) +
        runs +
        tag('w:bookmarkEnd', { 'w:id': bookmark.number })
      : runs
    const properties = this.#properties(block, plainStyle)
    return tag('w:p', {}, properties, content, this.#comments.at(id))
  }

  #properties(block: NodeJson, plainStyle: string | null): string {
    const { kind, level } = factsOf(block)
    const review = block.type === 'image' ? null : readReview(block.attrs?.review)
    const { number = null } = this.#counts.get(block) ?? {}
    const place = isCounted(kind) ? this.#numbering.next(kind, level, number) : ''
    const end =
      review && review.kind !== 'modification'
        ? tag(
            'w:rPr',
            {},
            tag(
              review.kind === 'insertion' ? 'w:ins' : 'w:del',
              this.#changes.attributes(review.id),
            ),
          )
        : ''
    const before =
      review?.kind === 'modification'
        ? tag(
            'w:pPrChange',
            this.#changes.attributes(review.id),
            tag('w:pPr', {}, this.#formerProperties(review.previous)),
          )
        : ''
    const inner = styleOf(kind, level, plainStyle) + place + end + before
    return inner === '' ? '' : tag('w:pPr', {}, inner)
  }

  #formerProperties({ kind, level }: { kind: ReturnType<typeof factsOf>['kind']; level: number }) {
    const place = isCounted(kind) ? this.#numbering.plainly(kind, level) : ''
    return styleOf(kind, level, null) + place
  }

  #targets(links: Map<string, string>, footnote: RunTargets['footnote']): RunTargets {
    return {
      footnote,
      link(address) {
        const known = links.get(address) ?? `link${links.size + 1}`
        links.set(address, known)
        return known
      },
      reference: (target) => this.#bookmarks.get(target) ?? null,
      comments: (piece) => this.#comments.around(piece),
      change: (id) => id,
    }
  }

  /** Word numbers each mention of a note: one that is named twice is written twice. */
  #noteNumber(id: string): number | null {
    if (!Object.hasOwn(this.#text.footnotes, id)) return null
    return this.#notes.push(id)
  }

  #footnotes(): string {
    const targets = this.#targets(this.#noteLinks, () => null)
    const notes = this.#notes.map((id, at) => {
      const blocks = (this.#text.footnotes[id] ?? []).filter(({ type }) => type === 'block')
      const paragraphs = (blocks.length > 0 ? blocks : [{ type: 'block' }]).map((block, place) => {
        const runs = writeRuns(piecesOf(block.content), targets, this.#changes)
        const style = tag('w:pPr', {}, tag('w:pStyle', { 'w:val': 'FootnoteText' }))
        return tag('w:p', {}, style, place === 0 ? noteSign : '', runs)
      })
      return tag('w:footnote', { 'w:id': at + 1 }, ...paragraphs)
    })
    return xmlFile(tag('w:footnotes', namespaces, ...separators, ...notes))
  }
}
