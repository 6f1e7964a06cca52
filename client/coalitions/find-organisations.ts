/** Organisations in the order of a list: by country, then by name; and those that a search means. */
import { collation } from '#shared/language/alphabets.ts'
import { type Country, countries, countryName } from '#shared/language/countries.ts'
import type { Language } from '#shared/language/languages.ts'
import { type Organisation, organisationName } from '#shared/organisations.ts'

export type CountryGroup = { country: Country; organisations: Organisation[] }

/** Countries without an organisation are left out. */
export function byCountry(
  organisations: readonly Organisation[],
  language: Language,
): CountryGroup[] {
  const compare = collation(language)
  return countries
    .map((country) => ({
      country,
      organisations: organisations
        .filter((organisation) => organisation.country === country)
        .sort((a, b) => compare(organisationName(a, language), organisationName(b, language))),
    }))
    .filter(({ organisations: found }) => found.length > 0)
}

/** Every word of the search must stand somewhere in a name, the country or the web site. */
export function findOrganisations(
  organisations: readonly Organisation[],
  search: string,
  language: Language,
): Organisation[] {
  const words = plainLetters(search).split(/\s+/).filter(Boolean)
  return organisations.filter(({ names, country, website }) => {
    const text = plainLetters(
      [...Object.values(names), countryName(country, language), website].join(' '),
    )
    return words.every((word) => text.includes(word))
  })
}

const plain: Record<string, string> = {
  ...{ ё: 'е', ң: 'н', ө: 'о', ү: 'у' },
  ...{ ғ: 'г', ӣ: 'и', қ: 'к', ӯ: 'у', ҳ: 'х', ҷ: 'ч' },
}

/** Many keyboards have only the Russian letters: whoever types к also means қ. */
const plainLetters = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('ru')
    .replace(/[ёңөүғӣқӯҳҷ]/g, (letter) => plain[letter] ?? letter)
