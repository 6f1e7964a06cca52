/** Which insertions are meant by what is typed behind a slash, in whichever of the four languages. */
import type { Insertion } from '../insertions.ts'

/** Those that have a word beginning with each of the typed ones; the ones called so come first. */
export function matching(insertions: readonly Insertion[], typed: string): Insertion[] {
  const sought = plain(typed).split(/\s+/).filter(Boolean)
  if (sought.length === 0) return [...insertions]
  const fits = (words: readonly string[]) =>
    sought.every((part) => words.some((word) => word.startsWith(part)))
  const ranked = insertions.flatMap((one) => {
    const calls = Object.values(one.keywords).map(wordsOf)
    if (!calls.some(fits)) return []
    const first = sought[0] as string
    return { one, isFirst: calls.some(([word]) => word?.startsWith(first)) }
  })
  return [
    ...ranked.filter(({ isFirst }) => isFirst),
    ...ranked.filter(({ isFirst }) => !isFirst),
  ].map(({ one }) => one)
}

/** A word with a hyphen is looked for as a whole and by its parts. */
const wordsOf = (words: string): string[] =>
  plain(words)
    .split(/\s+/)
    .flatMap((word) => (word.includes('-') ? [word, ...word.split('-')] : word))

const plain = (words: string): string => words.normalize('NFC').toLowerCase().replaceAll('ё', 'е')
