/** The numbers of a text as decorations: labels of blocks, numbers of notes, what references say. [DRAFT5] [DRAFT6] */
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Language } from '#shared/language/languages.ts'
import { anchorCharacter } from '#shared/text/blocks.ts'
import type { NumberingStyle } from '#shared/text/form.ts'
import { numberLabels, referenceLabels } from '#shared/text/numbering.ts'
import { firstWords, footnoteOrder, isEmptyHeading, numberedBlocks } from './what-is-numbered.ts'

export type NumbersOptions = {
  language: Language
  /** How a screen reader says a note's anchor. */
  sayNote: (number: number) => string
  /** How a screen reader says a heading of this level that has no words yet. */
  sayHeading: (level: number) => string
  /** Stands where a reference has lost its clause. */
  lostReference: string
  /** How a screen reader says a reference. */
  sayReference: (label: string, words: string) => string
  /** How clauses are numbered now. */
  numbering: () => NumberingStyle
  /** Calls the listener when that has changed; returns how to stop it. */
  onNumbering: (listener: () => void) => () => void
}

export type DrawnNumbers = {
  /** Of the blocks of the text itself. */
  labels: DecorationSet
  /** Of what stands within them: anchors, and blocks in cells. */
  inside: DecorationSet
  /** The ids of the blocks that references point at. */
  pointedAt: ReadonlySet<string>
}

export function drawNumbers(doc: Node, options: NumbersOptions): DrawnNumbers {
  const targets = new Map<string, Target>()
  const labels = numberFlow(doc, 0, options, targets)
  const inside: Decoration[] = []
  const pointedAt = new Set<string>()
  doc.descendants((cell, pos) => {
    if (cell.type.name === 'tableCell') inside.push(...numberFlow(cell, pos + 1, options))
    return !cell.isTextblock
  })
  drawAnchors(doc, options, targets, pointedAt, inside)
  return {
    labels: onBlocks(DecorationSet.create(doc, [...labels, ...emptyHeadings(doc, options)])),
    inside: DecorationSet.create(doc, inside),
    pointedAt,
  }
}

/** The same after a change that touches no number; null when some have lost their place by it. */
export function moveNumbers(
  { labels, inside, pointedAt }: DrawnNumbers,
  { mapping, doc }: Transaction,
): DrawnNumbers | null {
  let isWhole = true
  const onRemove = () => {
    isWhole = false
  }
  const moved = {
    labels: onBlocks(labels.map(mapping, doc, { onRemove })),
    inside: inside.map(mapping, doc, { onRemove }),
    pointedAt,
  }
  return isWhole ? moved : null
}

/** None of these lies within a block: the view need not search hundreds of them for each block anew. */
function onBlocks(set: DecorationSet): DecorationSet {
  return set === DecorationSet.empty
    ? set
    : Object.assign(set, { forChild: () => DecorationSet.empty })
}

/** What a reference points at, and what that is called where it has a number. */
type Target = { name: string; node: Node }

/** The blocks of the text, or of one cell, which counts by itself. */
function numberFlow(
  parent: Node,
  start: number,
  { language, numbering }: NumbersOptions,
  targets?: Map<string, Target>,
): Decoration[] {
  const drawn: Decoration[] = []
  const blocks = numberedBlocks(parent)
  const labels = numberLabels(blocks, language, numbering())
  const names = targets ? referenceLabels(blocks, language, numbering()) : []
  parent.forEach((node, offset, at) => {
    if (targets && node.attrs.id) targets.set(node.attrs.id, { name: names[at] ?? '', node })
    if (!labels[at]) return
    const from = start + offset
    drawn.push(Decoration.node(from, from + node.nodeSize, { 'data-number': labels[at] }))
  })
  return drawn
}

function emptyHeadings(doc: Node, { sayHeading }: NumbersOptions): Decoration[] {
  const drawn: Decoration[] = []
  doc.forEach((node, from) => {
    if (!isEmptyHeading(node)) return
    const said = { 'aria-label': sayHeading(node.attrs.level) }
    drawn.push(Decoration.node(from, from + node.nodeSize, said))
  })
  return drawn
}

function drawAnchors(
  doc: Node,
  options: NumbersOptions,
  targets: Map<string, Target>,
  pointedAt: Set<string>,
  decorations: Decoration[],
) {
  const notes = new Map(footnoteOrder(doc).map((id, at) => [id, at + 1]))
  doc.descendants((node, pos) => {
    if (!node.text?.includes(anchorCharacter)) return
    for (const { type, attrs } of node.marks) {
      if (type.name === 'reference') pointedAt.add(attrs.target)
      const drawn =
        (type.name === 'footnote' && noteDrawn(notes.get(attrs.id) ?? 0, options)) ||
        (type.name === 'reference' && referenceDrawn(targets.get(attrs.target), options))
      if (drawn) decorations.push(Decoration.inline(pos, pos + node.nodeSize, drawn))
    }
  })
}

const noteDrawn = (number: number, { sayNote }: NumbersOptions) => ({
  class: 'note',
  'data-number': String(number),
  'aria-label': sayNote(number),
  role: 'button',
})

function referenceDrawn(
  target: Target | undefined,
  { sayReference, lostReference }: NumbersOptions,
) {
  const words = target ? firstWords(target.node) : ''
  const label = target?.name || words
  if (!label) {
    const said = { 'data-number': lostReference, 'aria-label': lostReference }
    return { class: 'lost', role: 'note', ...said }
  }
  return {
    class: 'reference',
    role: 'link',
    'data-number': label,
    title: words,
    'aria-label': sayReference(label, words),
  }
}
