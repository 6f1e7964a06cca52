/** Draws what is computed and never stored: numbers of clauses, of notes, and what references point at. [DRAFT5] [DRAFT6] */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Language } from '#shared/language/languages.ts'
import { anchorCharacter } from '#shared/text/blocks.ts'
import { type NumberedBlock, numberLabels, referenceLabels } from '#shared/text/numbering.ts'

export type NumbersOptions = {
  language: Language
  /** How a screen reader says a note's anchor. */
  sayNote: (number: number) => string
  /** Stands where a reference has lost its clause. */
  lostReference: string
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
          apply: (tr, before) => (tr.docChanged ? drawn(tr.doc, options) : before),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ]
  },
})

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
  const references = new Map<string, string>()
  numberFlow(doc, 0, options, decorations, references)
  doc.descendants((cell, pos) => {
    if (cell.type.name === 'tableCell') numberFlow(cell, pos + 1, options, decorations)
  })
  drawAnchors(doc, options, references, decorations)
  return DecorationSet.create(doc, decorations)
}

/** The blocks of the text, or of one cell, which counts by itself. */
function numberFlow(
  parent: Node,
  start: number,
  { language }: NumbersOptions,
  decorations: Decoration[],
  references?: Map<string, string>,
) {
  const blocks: NumberedBlock[] = parent.children.map(({ attrs }) => ({
    kind: attrs.kind ?? 'plain',
    level: attrs.level ?? 0,
    start: attrs.start ?? null,
  }))
  const labels = numberLabels(blocks, language)
  const names = references ? referenceLabels(blocks, language) : []
  parent.forEach((node, offset, at) => {
    if (references && node.attrs.id) references.set(node.attrs.id, names[at] || firstWords(node))
    if (!labels[at]) return
    const from = start + offset
    decorations.push(Decoration.node(from, from + node.nodeSize, { 'data-number': labels[at] }))
  })
}

function drawAnchors(
  doc: Node,
  { sayNote, lostReference }: NumbersOptions,
  references: Map<string, string>,
  decorations: Decoration[],
) {
  const notes = footnoteOrder(doc)
  doc.descendants((node, pos) => {
    if (!node.text?.includes(anchorCharacter)) return
    for (const { type, attrs } of node.marks) {
      if (type.name === 'footnote') {
        const number = notes.indexOf(attrs.id) + 1
        const drawn = {
          class: 'note',
          'data-number': String(number),
          'aria-label': sayNote(number),
        }
        decorations.push(Decoration.inline(pos, pos + node.nodeSize, { ...drawn, role: 'img' }))
      } else if (type.name === 'reference') {
        const label = references.get(attrs.target)
        const drawn = { class: label ? 'reference' : 'lost', 'data-number': label || lostReference }
        decorations.push(Decoration.inline(pos, pos + node.nodeSize, drawn))
      }
    }
  })
}

const firstWords = (node: Node) => {
  const text = node.textContent.replaceAll(anchorCharacter, '').slice(0, 40)
  return text ? `“${text}…”` : ''
}
