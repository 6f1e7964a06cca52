/** The words of the screens in the reader's language, loaded when that language is shown. */
import { createContext, use } from 'react'
import type { Language } from '#shared/language/languages.ts'
import { type Speak, speaker } from '#shared/words/speak.ts'
import type { words as english } from './words/en.ts'

type Catalogue = typeof english
export type WordId = Extract<keyof Catalogue, string>
export type Say = Speak<WordId>

const loaders: Record<Language, () => Promise<{ words: Catalogue }>> = {
  en: () => import('./words/en.ts'),
  ky: () => import('./words/ky.ts'),
  ru: () => import('./words/ru.ts'),
  tg: () => import('./words/tg.ts'),
}

export async function loadWords(language: Language): Promise<Say> {
  const { words } = await loaders[language]()
  return speaker(language, words)
}

export const WordsContext = createContext<Say | null>(null)

/** Says the words of the screens. Used below `WordsProvider` only. */
export function useWords(): Say {
  const say = use(WordsContext)
  if (!say) throw new Error('words are used outside their provider')
  return say
}
