/** How long it takes to read a text. */
import { type Block, type CanonicalText, isTextBlock, plainText } from '#shared/text/canonical.ts'

/** Somebody who weighs each word. */
const wordsPerMinute = 180

export const minutesToRead = (text: CanonicalText): number =>
  Math.max(1, Math.round(wordsIn(text) / wordsPerMinute))

export function wordsIn({ blocks, footnotes }: CanonicalText): number {
  const words = [...blocks, ...footnotes.flatMap((note) => note.blocks)].map(wordsOf).join(' ')
  return words.split(/\s+/).filter(Boolean).length
}

function wordsOf(block: Block): string {
  if (isTextBlock(block)) return plainText(block.runs)
  if (block.kind === 'image') return plainText(block.caption)
  return block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.map(wordsOf))).join(' ')
}
