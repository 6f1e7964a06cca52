/** The first words of a block, by which people recognise it. */
import { type Block, isTextBlock, plainText } from '#shared/text/canonical.ts'

/** At most about `most` characters, cut between words; empty for what has no words. */
export function firstWordsOf(block: Block, most = 48): string {
  const words = wordsOf(block).replace(/\s+/g, ' ')
  if (words.length <= most) return words
  return `${words.slice(0, words.lastIndexOf(' ', most) + 1 || most).trimEnd()}…`
}

/** Those of a picture are its caption's, or what it says to those who cannot see it. */
function wordsOf(block: Block): string {
  if (isTextBlock(block)) return plainText(block.runs)
  return block.kind === 'image' ? plainText(block.caption) || block.alt : ''
}
