/** The roster: which names a release shows to whom, in which order, and what it counts. */
import { collation } from '#shared/language/alphabets.ts'
import { type Country, countryName } from '#shared/language/countries.ts'
import type { Language, Localised } from '#shared/language/languages.ts'
import { organisationName } from '#shared/organisations.ts'
import { type MandateBasis, type Visibility, withheldThreshold } from '#shared/signatures.ts'

/** An admitted signature, as the store has it. */
export type AdmittedSignature = {
  organisation: { names: Localised; country: Country }
  representative: string
  title: string
  basis: MandateBasis
  visibility: Visibility
}

export type Signatory = {
  name: string
  country: Country
  representative: string
  title: string
  basis: MandateBasis
}

export type Roster = {
  /** In alternat order. In Kyrgyz and Tajik by side; otherwise one list. */
  signatories: Signatory[]
  /** How many of the named come from each country, by the country's name. */
  counts: { country: Country; count: number }[]
  /** How many withheld their name: a number from the threshold on, `some` below it. [SIGN8] */
  withheld: number | 'some' | 'none'
}

/** Before publication only names that are public at once; confidential ones nowhere, ever. [SIGN5] [SIGN7] */
export function rosterIn(
  language: Language,
  admitted: readonly AdmittedSignature[],
  published: boolean,
): Roster {
  const shown = admitted.filter(
    ({ visibility }) => visibility === 'public' || (published && visibility === 'from-publication'),
  )
  const withheld = published
    ? admitted.filter(({ visibility }) => visibility === 'withheld').length
    : 0
  const signatories = shown.map(({ organisation, representative, title, basis }) => ({
    name: organisationName(organisation, language),
    country: organisation.country,
    representative,
    title,
    basis,
  }))
  return {
    signatories: signatories.sort(alternat(language)),
    counts: countByCountry(signatories, language),
    withheld: withheld === 0 ? 'none' : withheld < withheldThreshold ? 'some' : withheld,
  }
}

/** The side whose language this is; its names come first in it. [SIGN10] */
const homeSide: Partial<Record<Language, Country>> = { ky: 'KG', tg: 'TJ' }

/**
 * Compares by side where the language has one, then by the name's alphabet. Never by time of
 * arrival: what else is shown decides between names that are the same.
 */
function alternat(language: Language): (a: Signatory, b: Signatory) => number {
  const byName = collation(language)
  const bySide = sideOrder(language)
  return (a, b) =>
    bySide(a.country, b.country) || byName(a.name, b.name) || byCode(allOf(a), allOf(b))
}

const allOf = ({ name, country, representative, title, basis }: Signatory): string =>
  JSON.stringify([name, country, representative, title, basis])

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function sideOrder(language: Language): (a: Country, b: Country) => number {
  const home = homeSide[language]
  if (!home) return () => 0
  const byName = collation(language)
  const rank = (country: Country) => (country === home ? 0 : country === 'INT' ? 2 : 1)
  return (a, b) => rank(a) - rank(b) || byName(countryName(a, language), countryName(b, language))
}

function countByCountry(signatories: readonly Signatory[], language: Language) {
  const counts = new Map<Country, number>()
  for (const { country } of signatories) counts.set(country, (counts.get(country) ?? 0) + 1)
  const byName = collation(language)
  const bySide = sideOrder(language)
  return [...counts]
    .map(([country, count]) => ({ country, count }))
    .sort(
      (a, b) =>
        bySide(a.country, b.country) ||
        byName(countryName(a.country, language), countryName(b.country, language)),
    )
}
