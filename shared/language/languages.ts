/** The four languages of texts and screens. */
export const languages = ['en', 'ky', 'ru', 'tg'] as const
export type Language = (typeof languages)[number]

/** What a language calls itself; shown wherever a reader chooses one. */
export const languageOwnNames: Record<Language, string> = {
  en: 'English',
  ky: 'Кыргызча',
  ru: 'Русский',
  tg: 'Тоҷикӣ',
}

/** Languages written with Cyrillic letters: their sub-clauses are lettered а, б, в. */
export const cyrillicLanguages: readonly Language[] = ['ky', 'ru', 'tg']

/** The order in which screens offer languages: the two of the region's states around their common one. */
export const languagesOnScreen: readonly Language[] = ['ru', 'ky', 'tg', 'en']

export const isLanguage = (value: unknown): value is Language =>
  languages.includes(value as Language)

/** A text in some of the languages. */
export type Localised = { [language in Language]?: string }

/**
 * The text in `language`, or else in the first language that has one: `preferred` first, then
 * Russian and English, then any. An empty string when there is none at all.
 */
export function inLanguage(
  text: Localised,
  language: Language,
  preferred: readonly Language[] = [],
): string {
  const order = [language, ...preferred, 'ru', 'en', ...languages] as const
  for (const candidate of order) {
    const found = text[candidate]
    if (found) return found
  }
  return ''
}
