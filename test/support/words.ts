/** The words that stand on the screens, for tests that look for them there. */
import { words as en } from '#client/i18n/words/en.ts'
import { words as enFar } from '#client/i18n/words/en-far.ts'
import { words as ky } from '#client/i18n/words/ky.ts'
import { words as kyFar } from '#client/i18n/words/ky-far.ts'
import { words as ru } from '#client/i18n/words/ru.ts'
import { words as ruFar } from '#client/i18n/words/ru-far.ts'
import { words as tg } from '#client/i18n/words/tg.ts'
import { words as tgFar } from '#client/i18n/words/tg-far.ts'
import type { Say } from '#client/i18n/words.ts'
import type { Language } from '#shared/language/languages.ts'
import { speaker } from '#shared/words/speak.ts'

const catalogues = {
  en: { ...en, ...enFar },
  ky: { ...ky, ...kyFar },
  ru: { ...ru, ...ruFar },
  tg: { ...tg, ...tgFar },
}

export const wordsIn = (language: Language): Say => speaker(language, catalogues[language])
