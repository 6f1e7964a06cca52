/** How long a text is, as Word counts: words between spaces, letters with and without the spaces. */
import type { Node } from '@tiptap/pm/model'
import { anchorCharacter } from '#shared/text/blocks.ts'

export type Counts = { words: number; letters: number; lettersAndSpaces: number; minutes: number }

/** Words a minute, of careful reading. */
const readingSpeed = 180

/** A letter with its accents is one. The minutes are whole, and at least one where there is a word. */
export function count(text: string): Counts {
  const read = text.replaceAll(anchorCharacter, '').normalize('NFC')
  const words = read.match(/[^\s\u00a0]*[\p{L}\p{N}][^\s\u00a0]*/gu)?.length ?? 0
  const lettersAndSpaces = read.match(/(?=[^\n])\P{M}\p{M}*/gu)?.length ?? 0
  const spaces = read.match(/[^\S\n]/gu)?.length ?? 0
  return {
    words,
    letters: lettersAndSpaces - spaces,
    lettersAndSpaces,
    minutes: minutesOf(words),
  }
}

/** Of a whole document, block by block: of hundreds, only what somebody has typed in is counted anew. */
export function countDocument(doc: Node): Counts {
  const all = { words: 0, letters: 0, lettersAndSpaces: 0 }
  doc.descendants((block) => {
    if (!block.isTextblock) return true
    const { words, letters, lettersAndSpaces } = countBlock(block)
    all.words += words
    all.letters += letters
    all.lettersAndSpaces += lettersAndSpaces
    return false
  })
  return { ...all, minutes: minutesOf(all.words) }
}

const counted = new WeakMap<Node, Counts>()

function countBlock(block: Node): Counts {
  const known = counted.get(block) ?? count(wordsOf(block))
  counted.set(block, known)
  return known
}

const minutesOf = (words: number) => Math.ceil(words / readingSpeed)

/** The words of a document, or of a part of it, each block on a line of its own. */
export const wordsOf = (doc: Node, from = 0, to = doc.content.size): string =>
  doc.textBetween(from, to, '\n', '\n')
