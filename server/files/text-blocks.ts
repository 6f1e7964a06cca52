/** The blocks of a text one after another, wherever they stand, and what each is called. */
import type { Language } from '#shared/language/languages.ts'
import { type BlockKind, fittingLevel, isBlockKind } from '#shared/text/blocks.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import type { NumberingStyle } from '#shared/text/form.ts'
import { numberLabels, numbersOf, referenceLabels } from '#shared/text/numbering.ts'
import type { TextNodes } from './file-text.ts'
import { piecesOf } from './inline-nodes.ts'

/** A block's attributes, held to what they may be. */
export type BlockFacts = { id: string; kind: BlockKind; level: number; start: number | null }

export function factsOf({ type, attrs = {} }: NodeJson): BlockFacts {
  const kind = type === 'block' && isBlockKind(attrs.kind) ? attrs.kind : 'plain'
  return {
    id: String(attrs.id ?? ''),
    kind,
    level: fittingLevel(kind, attrs.level),
    start: typeof attrs.start === 'number' ? attrs.start : null,
  }
}

export type Count = { number: number | null; label: string }

/** The number and the label of every block: the body counts as one, each cell by itself. */
export function countsOf(
  blocks: readonly NodeJson[],
  language: Language,
  style: NumberingStyle,
): Map<NodeJson, Count> {
  const facts = blocks.map(factsOf)
  const numbers = numbersOf(facts)
  const labels = numberLabels(facts, language, style)
  const counts = new Map(
    blocks.map((block, at) => [
      block,
      { number: numbers[at] ?? null, label: labels[at] as string },
    ]),
  )
  for (const cell of blocks.flatMap(cellsOf)) {
    for (const [block, count] of countsOf(cell.content ?? [], language, style))
      counts.set(block, count)
  }
  return counts
}

export type Reference = { label: string; isNumber: boolean }

/** How references call each block of the body: by its number, else by its first words. */
export function referencesOf(
  blocks: readonly NodeJson[],
  language: Language,
  style: NumberingStyle,
): Map<string, Reference> {
  const facts = blocks.map(factsOf)
  const labels = referenceLabels(facts, language, style)
  return new Map(
    blocks.flatMap((block, at) => {
      const label = labels[at] || firstWords(block)
      if (!label || block.type !== 'block') return []
      return [[facts[at]?.id as string, { label, isNumber: Boolean(labels[at]) }] as const]
    }),
  )
}

/** Every block with words in it, in the order of the text: those of cells too. */
export const textBlocksOf = (blocks: readonly NodeJson[]): NodeJson[] =>
  blocks.flatMap((block) =>
    block.type === 'table' ? cellsOf(block).flatMap(({ content = [] }) => content) : [block],
  )

/** The words of the first heading of level 1. */
export function titleOf(blocks: readonly NodeJson[]): string {
  const title = blocks.find((block) => {
    const { kind, level } = factsOf(block)
    return kind === 'heading' && level === 1
  })
  return wordsOf(title?.content).slice(0, 300)
}

/** Without what anchors stand for, and without what is suggested to go. */
const wordsOf = (content: readonly NodeJson[] = []): string =>
  piecesOf(content)
    .map((piece) => ('text' in piece && !piece.deletion ? piece.text : 'break' in piece ? ' ' : ''))
    .join('')
    .trim()

/** The notes that a body names, in the order in which it first names them. */
export function notesIn(blocks: readonly NodeJson[], { footnotes }: TextNodes): string[] {
  const ids = new Set<string>()
  for (const { content = [] } of textBlocksOf(blocks)) {
    for (const { marks = [] } of content) {
      for (const { type, attrs } of marks as { type: string; attrs?: { id?: string } }[]) {
        if (type === 'footnote' && attrs?.id && Object.hasOwn(footnotes, attrs.id))
          ids.add(attrs.id)
      }
    }
  }
  return [...ids]
}

/** What stands for a picture where none can stand. */
export const pictureWords = (attrs: NodeJson['attrs']): string =>
  typeof attrs?.alt === 'string' && attrs.alt.trim() ? `[${attrs.alt.trim()}]` : '[…]'

const cellsOf = (block: NodeJson): NodeJson[] =>
  block.type === 'table' ? (block.content ?? []).flatMap(({ content = [] }) => content) : []

/** As `textToHtml` shows them. */
function firstWords({ content = [] }: NodeJson): string {
  const [words = ''] = wordsOf(content).match(/^.{0,40}(?!\S)|^.{40}/u) ?? []
  return words ? `“${words}…”` : ''
}
