/** The day on which a release was published. */
import { dayAsNumber, dayInWords, type TimeZone } from '#shared/language/dates.ts'
import type { Language } from '#shared/language/languages.ts'
import { html, type Markup } from './html.ts'

/** One zone for all languages: a document has one date, also when it was published near midnight. */
const zone: TimeZone = 'Asia/Bishkek'

export const publicationDay = (moment: Date, language: Language): string =>
  dayInWords(moment, language, zone)

/** As ISO 8601, `2026-11-14`. */
export const publicationDate = (moment: Date): string => dayAsNumber(moment, zone)

/** The sentence, which names the day, marked so that programs can read the day as well. */
export const datedMarkup = (sentence: string, moment: Date): Markup =>
  html`<time datetime="${publicationDate(moment)}">${sentence}</time>`
