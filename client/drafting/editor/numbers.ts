/** Draws what is computed and never stored: numbers of clauses, of notes, and what references point at. [DRAFT5] [DRAFT6] */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Language } from '#shared/language/languages.ts'
import { anchorCharacter } from '#shared/text/blocks.ts'
import type { NumberingStyle } from '#shared/text/form.ts'
import { type NumberedBlock, numberLabels, referenceLabels } from '#shared/text/numbering.ts'

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

const key = new PluginKey<DecorationSet>('numbers')

export const Numbers = Extension.create<NumbersOptions>({
  name: 'numbers',
  addProseMirrorPlugins() {
    const { options } = this
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => drawn(doc, options),
          apply: (tr, before) =>
            tr.docChanged || tr.getMeta(key) ? drawn(tr.doc, options) : before,
        },
        view: (view) => ({
          destroy: options.onNumbering(() => view.dispatch(view.state.tr.setMeta(key, true))),
        }),
        props: { decorations: (state) => key.getState(state) },
      }),
    ]
  },
})

/** What numbering needs to know of the blocks of a text or cell. */
export const numberedBlocks = (parent: Node): NumberedBlock[] =>
  parent.children.map(({ attrs }) => ({
    kind: attrs.kind ?? 'plain',
    level: attrs.level ?? 0,
    start: attrs.start ?? null,
  }))

/** The ids of the footnotes in the order in which the text names them. */
export function footnoteOrder(doc: Node): string[] {
  const ids = new Set<string>()
  doc.descendants((node) => {
    const note = node.marks.find(({ type }) => type.name === 'footnote')
    if (note && node.text?.includes(anchorCharacter)) ids.add(note.attrs.id)
  })
  return [...ids]
}

function drawn(doc: Node, options: NumbersOptions): DecorationSet {
  const decorations: Decoration[] = []
  const references = new Map<string, Target>()
  numberFlow(doc, 0, options, decorations, references)
  doc.descendants((cell, pos) => {
    if (cell.type.name === 'tableCell') numberFlow(cell, pos + 1, options, decorations)
  })
  drawAnchors(doc, options, references, decorations)
  drawEmptyHeadings(doc, options, decorations)
  return DecorationSet.create(doc, decorations)
}

/** The blocks of the text, or of one cell, which counts by itself. */
function numberFlow(
  parent: Node,
  start: number,
  { language, numbering }: NumbersOptions,
  decorations: Decoration[],
  references?: Map<string, Target>,
) {
  const blocks = numberedBlocks(parent)
  const labels = numberLabels(blocks, language, numbering())
  const names = references ? referenceLabels(blocks, language, numbering()) : []
  parent.forEach((node, offset, at) => {
    if (references && node.attrs.id) references.set(node.attrs.id, { name: names[at] ?? '', node })
    if (!labels[at]) return
    const from = start + offset
    decorations.push(Decoration.node(from, from + node.nodeSize, { 'data-number': labels[at] }))
  })
}

function drawEmptyHeadings(doc: Node, { sayHeading }: NumbersOptions, decorations: Decoration[]) {
  doc.forEach((node, from) => {
    if (node.attrs.kind !== 'heading' || node.content.size > 0) return
    const said = { 'aria-label': sayHeading(node.attrs.level) }
    decorations.push(Decoration.node(from, from + node.nodeSize, said))
  })
}

function drawAnchors(
  doc: Node,
  options: NumbersOptions,
  references: Map<string, Target>,
  decorations: Decoration[],
) {
  const notes = footnoteOrder(doc)
  doc.descendants((node, pos) => {
    if (!node.text?.includes(anchorCharacter)) return
    for (const { type, attrs } of node.marks) {
      const drawn =
        (type.name === 'footnote' && noteDrawn(notes.indexOf(attrs.id) + 1, options)) ||
        (type.name === 'reference' && referenceDrawn(references.get(attrs.target), options))
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

/** What a reference points at, and what that is called where it has a number. */
type Target = { name: string; node: Node }

const firstWords = (node: Node) => {
  const text = node.textContent.replaceAll(anchorCharacter, '').trim()
  const [words = ''] = text.match(/^.{0,60}(?!\S)|^.{60}/u) ?? []
  return words ? `“${words}${words === text ? '' : '…'}”` : ''
}
