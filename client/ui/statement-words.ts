/** The few words that stand in a statement's text, in the language of the text and not of the screen. */
import type { Language } from '#shared/language/languages.ts'
import type { TextWords } from '#shared/text/html.ts'

export const statementWords: Record<Language, TextWords> = {
  en: {
    lostReference: 'clause left out',
    footnotes: 'Notes',
    backToText: 'Back to the text',
  },
  ky: {
    lostReference: 'алынып салынган пункт',
    footnotes: 'Эскертүүлөр',
    backToText: 'Текстке кайтуу',
  },
  ru: {
    lostReference: 'пункт исключён',
    footnotes: 'Примечания',
    backToText: 'Назад к тексту',
  },
  tg: {
    lostReference: 'банди хориҷшуда',
    footnotes: 'Эзоҳҳо',
    backToText: 'Бозгашт ба матн',
  },
}
