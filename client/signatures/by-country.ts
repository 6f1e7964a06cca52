/** Answers by country, the side of the reader's language first. */
import type { Say } from '#client/i18n/words.ts'
import { collation } from '#shared/language/alphabets.ts'
import { type Country, countryName, ownLanguage } from '#shared/language/countries.ts'
import type { Language } from '#shared/language/languages.ts'
import type { Answer } from '#shared/signatures.ts'

/** What the answers of a country stand under. */
export const sideName = (say: Say, country: Country, language: Language): string =>
  country === 'INT' ? say('signatures.international') : countryName(country, language)

export function byCountry(
  answers: readonly Answer[],
  language: Language,
): { country: Country; answers: Answer[] }[] {
  const countries = [...new Set(answers.map(({ organisation }) => organisation.country))]
  const byName = collation(language)
  const rank = (country: Country) =>
    ownLanguage[country] === language ? 0 : country === 'INT' ? 2 : 1
  return countries
    .sort((a, b) => rank(a) - rank(b) || byName(countryName(a, language), countryName(b, language)))
    .map((country) => ({
      country,
      answers: answers.filter(({ organisation }) => organisation.country === country),
    }))
}
