/** The words of the public pages, in each language: those that the whole program shares, and their own. */
import type { Language } from '#shared/language/languages.ts'
import sharedEn from '#shared/words/en.json'
import sharedKy from '#shared/words/ky.json'
import sharedRu from '#shared/words/ru.json'
import { type Speak, speaker } from '#shared/words/speak.ts'
import sharedTg from '#shared/words/tg.json'
import en from './words/en.json'
import ky from './words/ky.json'
import ru from './words/ru.json'
import tg from './words/tg.json'

export type PageWords = Speak<keyof typeof en | keyof typeof sharedEn>

const speakers: Record<Language, PageWords> = {
  en: speaker('en', { ...sharedEn, ...en }),
  ky: speaker('ky', { ...sharedKy, ...ky }),
  ru: speaker('ru', { ...sharedRu, ...ru }),
  tg: speaker('tg', { ...sharedTg, ...tg }),
}

export const wordsOf = (language: Language): PageWords => speakers[language]
