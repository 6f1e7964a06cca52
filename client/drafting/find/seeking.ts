/** What somebody is looking for, kept while they go from one language of the statement to another. */
import type { Sought } from './found.ts'

export type Seeking = {
  sought: Sought
  /** What is to stand in its place. */
  words: string
  replacing: boolean
  /** In every language of the statement. */
  everywhere: boolean
  /** How often it was asked for while it was open. */
  asked: number
}

/** Begins, or goes on, with the words that are selected. */
export const startSeeking = (
  before: Seeking | null,
  selected: string,
  replacing: boolean,
): Seeking => {
  const sought = before?.sought ?? { query: '', cased: false, whole: false }
  const isPhrase = selected !== '' && selected.length <= 100 && !selected.includes('\n')
  return {
    sought: isPhrase ? { ...sought, query: selected } : sought,
    words: before?.words ?? '',
    replacing,
    everywhere: before?.everywhere ?? false,
    asked: (before?.asked ?? 0) + 1,
  }
}
