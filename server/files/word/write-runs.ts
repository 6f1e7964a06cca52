/** Writes what is inside a paragraph: runs of words, links, notes, cross-references, suggestions. */
import type { Format } from '#shared/text/canonical.ts'
import type { SuggestionNote } from '#shared/text/review.ts'
import type { Piece, Style } from '../inline-nodes.ts'
import { escaped, tag } from '../markup.ts'

/** What the runs of a text point to; each answers with what the file calls it. */
export type RunTargets = {
  /** The id of the link's relationship. */
  link(address: string): string
  /** The number of the note in the file; null where there is none to point to. */
  footnote(id: string): number | null
  /** The bookmark of the block, the label it is called by, and whether that is its number. */
  reference(target: string): { bookmark: string; label: string; isNumber: boolean } | null
  /** What stands before and after these words for the comments that begin and end there. */
  comments(piece: Piece): { before: string; after: string }
  change(id: string): string
}

/** Ids of tracked changes count through the file; who made them stands on each. */
export class ChangeWriter {
  readonly #notes: { [id: string]: SuggestionNote }
  #count = 0

  constructor(notes: { [id: string]: SuggestionNote }) {
    this.#notes = notes
  }

  /** The attributes of a tracked change. */
  attributes(id: string): { [name: string]: string | number | null } {
    const { author = '', at = null } = this.#notes[id] ?? {}
    this.#count++
    return { 'w:id': this.#count, 'w:author': author, 'w:date': at }
  }
}

/** Plain words. */
export const runOf = (words: string): string => tag('w:r', {}, wordsOf(words, false))

export function writeRuns(
  pieces: readonly Piece[],
  targets: RunTargets,
  changes: ChangeWriter,
): string {
  return pieces
    .map((piece) => {
      const { before, after } = targets.comments(piece)
      return `${before}${linked(piece, targets, changed(piece, targets, changes))}${after}`
    })
    .join('')
}

const linked = ({ link }: Style, targets: RunTargets, content: string) =>
  link && content
    ? tag('w:hyperlink', { 'r:id': targets.link(link), 'w:history': 1 }, content)
    : content

function changed(piece: Piece, targets: RunTargets, changes: ChangeWriter): string {
  let content = written(piece, targets, changes)
  if (content === '') return ''
  if (piece.deletion) content = tag('w:del', changes.attributes(piece.deletion), content)
  if (piece.insertion) content = tag('w:ins', changes.attributes(piece.insertion), content)
  return content
}

function written(piece: Piece, targets: RunTargets, changes: ChangeWriter): string {
  const properties = (more = '') => propertiesOf(piece, changes, more)
  const run = (content: string, more = '') => tag('w:r', {}, properties(more), content)
  if ('break' in piece) return run(tag('w:br'))
  if ('footnote' in piece) {
    const number = targets.footnote(piece.footnote)
    if (number === null) return ''
    return run(tag('w:footnoteReference', { 'w:id': number }), styled('FootnoteReference'))
  }
  if ('reference' in piece) return writeReference(piece, targets, run)
  const isLink = piece.link !== null
  return run(wordsOf(piece.text, piece.deletion !== null), isLink ? styled('Hyperlink') : '')
}

function writeReference(
  piece: Piece & { reference: string },
  targets: RunTargets,
  run: (content: string) => string,
): string {
  const target = targets.reference(piece.reference)
  const isDeleted = piece.deletion !== null
  if (!target) return run(wordsOf('[?]', isDeleted))
  const { bookmark, label, isNumber } = target
  const instruction = ` REF ${bookmark} ${isNumber ? '\\w ' : ''}\\h `
  const part = (type: string) => run(tag('w:fldChar', { 'w:fldCharType': type }))
  const name = isDeleted ? 'w:delInstrText' : 'w:instrText'
  return [
    part('begin'),
    run(tag(name, { 'xml:space': 'preserve' }, escaped(instruction))),
    part('separate'),
    run(wordsOf(label, isDeleted)),
    part('end'),
  ].join('')
}

/** Signs that Word has elements for are written as those: as characters it would show them. */
function wordsOf(text: string, isDeleted: boolean): string {
  const name = isDeleted ? 'w:delText' : 'w:t'
  return text
    .split(/([\u00ad\u2011\t])/)
    .map((part) => {
      if (part === '') return ''
      return elementOf.get(part) ?? tag(name, { 'xml:space': 'preserve' }, escaped(part))
    })
    .join('')
}

const elementOf = new Map([
  ['\u00ad', tag('w:softHyphen')],
  ['\u2011', tag('w:noBreakHyphen')],
  ['\t', tag('w:tab')],
])

const styled = (name: string): string => tag('w:rStyle', { 'w:val': name })

function propertiesOf(
  { formats, modification }: Piece,
  changes: ChangeWriter,
  style: string,
): string {
  const change = modification
    ? tag(
        'w:rPrChange',
        changes.attributes(modification.id),
        tag('w:rPr', {}, asProperties(modification.previous)),
      )
    : ''
  const inner = style + asProperties(formats) + change
  return inner === '' ? '' : tag('w:rPr', {}, inner)
}

/** In the order in which Word wants them. */
const asProperties = (formats: readonly Format[]): string =>
  inOrder
    .filter(([format]) => formats.includes(format))
    .map(([, markup]) => markup)
    .join('')

const inOrder: readonly (readonly [Format, string])[] = [
  ['bold', tag('w:b')],
  ['italic', tag('w:i')],
  ['strike', tag('w:strike')],
  ['underline', tag('w:u', { 'w:val': 'single' })],
  ['subscript', tag('w:vertAlign', { 'w:val': 'subscript' })],
  ['superscript', tag('w:vertAlign', { 'w:val': 'superscript' })],
]
