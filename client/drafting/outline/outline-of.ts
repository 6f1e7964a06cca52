/** What stands in the outline: headings, preamble and clauses, each by its place and id. */
import type { Node } from '@tiptap/pm/model'
import type { Language } from '#shared/language/languages.ts'
import { anchorCharacter, type BlockKind } from '#shared/text/blocks.ts'
import type { NumberingStyle } from '#shared/text/form.ts'
import { numberLabels, referenceLabels } from '#shared/text/numbering.ts'
import { numberedBlocks } from '../editor/what-is-numbered.ts'

export type OutlineEntry = {
  id: string
  /** Among the blocks of the text. */
  at: number
  label: string
  words: string
  kind: BlockKind
  level: number
}

const shown: readonly BlockKind[] = ['heading', 'preamble', 'operative']

export function outlineOf(
  doc: Node,
  language: Language,
  numbering: NumberingStyle,
): OutlineEntry[] {
  const blocks = numberedBlocks(doc)
  const labels = numberLabels(blocks, language, numbering)
  const names = referenceLabels(blocks, language, numbering)
  const named = new Map(doc.children.map(({ attrs }, at) => [attrs.id, names[at]]))
  return doc.children.flatMap((node, at) => {
    const { kind = 'plain', level = 0 } = blocks[at] ?? {}
    const words = firstOf(wordsOf(node, (target) => named.get(target) || '…').trim())
    if (!shown.includes(kind) || !words || !node.attrs.id) return []
    const label = labels[at] || (kind === 'preamble' ? '¶' : '')
    return { id: node.attrs.id, at, label, words, kind, level }
  })
}

/** A reference is read as the number it shows; a note leaves nothing. */
const wordsOf = (node: Node, nameOf: (target: string) => string) =>
  node.children
    .map(({ text = '', marks }) => {
      const reference = marks.find(({ type }) => type.name === 'reference')
      return text.replaceAll(anchorCharacter, reference ? nameOf(reference.attrs.target) : '')
    })
    .join('')

/** As much as an entry has room for, never half a word. */
const firstOf = (words: string) =>
  words.length > mostLetters ? `${words.slice(0, mostLetters + 1).replace(/\s+\S*$/, '')}…` : words

const mostLetters = 45

/** The entry that a block of the text stands under; null above the first. */
export const entryOver = (entries: readonly OutlineEntry[], at: number): string | null =>
  entries.findLast((entry) => entry.at <= at)?.id ?? null
