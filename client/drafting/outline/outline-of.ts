/** What stands in the outline: headings, preamble and clauses, each by its place and id. */
import type { Node } from '@tiptap/pm/model'
import type { Language } from '#shared/language/languages.ts'
import type { BlockKind } from '#shared/text/blocks.ts'
import type { NumberingStyle } from '#shared/text/form.ts'
import { numberLabels, referenceLabels } from '#shared/text/numbering.ts'
import { numberedBlocks } from '../editor/what-is-numbered.ts'
import { readerOf } from '../references/reading.ts'

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
  const read = readerOf(doc, referenceLabels(blocks, language, numbering))
  return doc.children.flatMap((node, at) => {
    const { kind = 'plain', level = 0 } = blocks[at] ?? {}
    const words = firstOf(read(node))
    if (!shown.includes(kind) || !words || !node.attrs.id) return []
    const label = labels[at] || (kind === 'preamble' ? '¶' : '')
    return { id: node.attrs.id, at, label, words, kind, level }
  })
}

/** As much as an entry has room for, never half a word, and no comma before the dots. */
const firstOf = (words: string) =>
  words.length > mostLetters
    ? `${words.slice(0, mostLetters + 1).replace(/[\s,;:—–-]+\S*$/, '')}…`
    : words

const mostLetters = 45

/** The entry that a block of the text stands under; null above the first. */
export const entryOver = (entries: readonly OutlineEntry[], at: number): string | null =>
  entries.findLast((entry) => entry.at <= at)?.id ?? null
