/** Words in square brackets, by which a template marks what is still to be written. */
import { type CanonicalText, isTextBlock, plainText, type TextBlock } from './canonical.ts'

/** With a letter in them: `[1]` and `[…]` are no gaps. */
const gap = /\[[^[\]\n]*\p{L}[^[\]\n]*\]/gu

export type Gap = {
  words: string
  /** The block of the text; none for one in a footnote. */
  block?: string
}

/** Where the first of some words is, and how long; null when there is none. */
export function firstGapIn(words: string): { start: number; length: number } | null {
  const [found] = words.matchAll(gap)
  return found ? { start: found.index, length: found[0].length } : null
}

/** Those of a text, in its order, its tables and captions among them; at the end those of its footnotes. */
export function gapsIn({ blocks, footnotes }: CanonicalText): Gap[] {
  const inBlocks = blocks.flatMap((block) => {
    if (isTextBlock(block)) return inWords(block, block.id)
    if (block.kind === 'image') return inWords({ runs: block.caption }, block.id)
    return block.rows.flat().flatMap((cell) => cell.blocks.flatMap((one) => inWords(one, block.id)))
  })
  const inNotes = footnotes.flatMap((note) => note.blocks.flatMap((block) => inWords(block)))
  return [...inBlocks, ...inNotes]
}

const inWords = ({ runs }: Pick<TextBlock, 'runs'>, block?: string): Gap[] =>
  [...plainText(runs).matchAll(gap)].map(([words]) => ({ words, ...(block && { block }) }))
