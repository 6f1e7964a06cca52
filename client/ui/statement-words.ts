/** The few words that stand in a statement's text, in the language of the text and not of the screen. */
import type { Language } from '#shared/language/languages.ts'
import type { TextWords } from '#shared/text/html.ts'

export const statementWords: Record<Language, TextWords> = {
  en: {
    lostReference: 'clause left out',
    footnotes: 'Footnotes',
    backToText: 'Back to the text',
  },
  ky: {
    lostReference: 'алынып салынган пункт',
    footnotes: 'Түшүндүрмөлөр',
    backToText: 'Текстке кайтуу',
  },
  ru: {
    lostReference: 'пункт исключён',
    footnotes: 'Сноски',
    backToText: 'Назад к тексту',
  },
  tg: {
    lostReference: 'банди хориҷшуда',
    footnotes: 'Поварақҳо',
    backToText: 'Бозгашт ба матн',
  },
}
