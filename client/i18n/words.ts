/**
 * The words of the screens in the reader's language, loaded when that language is shown. Those that the
 * text needs come first; most of the others come with the screens that say them.
 */
import { createContext, use } from 'react'
import type { Language } from '#shared/language/languages.ts'
import { type Speak, speaker } from '#shared/words/speak.ts'
import type { words as english } from './words/en.ts'
import type { words as farEnglish } from './words/en-far.ts'

type Near = typeof english
type Far = typeof farEnglish
type Catalogue = Near & Far
export type WordId = Extract<keyof Catalogue, string>
export type Say = Speak<WordId>

const near: Record<Language, () => Promise<{ words: Near }>> = {
  en: () => import('./words/en.ts'),
  ky: () => import('./words/ky.ts'),
  ru: () => import('./words/ru.ts'),
  tg: () => import('./words/tg.ts'),
}

const far: Record<Language, () => Promise<{ words: Far }>> = {
  en: () => import('./words/en-far.ts'),
  ky: () => import('./words/ky-far.ts'),
  ru: () => import('./words/ru-far.ts'),
  tg: () => import('./words/tg-far.ts'),
}

/** What the languages that have been shown can say; a speaker reads in it with every word. */
const spoken = new Map<Language, Catalogue>()
let isFarNeeded = false

export async function loadWords(language: Language): Promise<Say> {
  const { words } = await near[language]()
  const catalogue = spoken.get(language) ?? ({ ...words } as Catalogue)
  spoken.set(language, catalogue)
  if (isFarNeeded) await addFar(language)
  return speaker(language, catalogue)
}

/** Whoever waits for this may say everything, in each language that is chosen from now on too. */
export async function farWords(): Promise<void> {
  isFarNeeded = true
  await Promise.all([...spoken.keys()].map(addFar))
}

async function addFar(language: Language): Promise<void> {
  const { words } = await far[language]()
  Object.assign(spoken.get(language) ?? {}, words)
}

export const WordsContext = createContext<Say | null>(null)

/** Says the words of the screens. Used below `WordsProvider` only. */
export function useWords(): Say {
  const say = use(WordsContext)
  if (!say) throw new Error('words are used outside their provider')
  return say
}
