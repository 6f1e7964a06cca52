/** What stands in the outline: headings, preamble and clauses, each by its place and id. */
import type { Node } from '@tiptap/pm/model'
import type { Language } from '#shared/language/languages.ts'
import { anchorCharacter, type BlockKind } from '#shared/text/blocks.ts'
import type { NumberingStyle } from '#shared/text/form.ts'
import { numberLabels } from '#shared/text/numbering.ts'
import { numberedBlocks } from '../editor/numbers.ts'

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
  return doc.children.flatMap((node, at) => {
    const { kind = 'plain', level = 0 } = blocks[at] ?? {}
    const words = node.textContent.replaceAll(anchorCharacter, '').trim().slice(0, 60)
    if (!shown.includes(kind) || !words || !node.attrs.id) return []
    const label = labels[at] || (kind === 'preamble' ? '¶' : '')
    return { id: node.attrs.id, at, label, words, kind, level }
  })
}

/** The entry that a block of the text stands under; null above the first. */
export const entryOver = (entries: readonly OutlineEntry[], at: number): string | null =>
  entries.findLast((entry) => entry.at <= at)?.id ?? null
