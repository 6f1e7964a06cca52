/** What is typed about an organisation, and what is sent of it. */

import type { addOrganisation } from '#shared/api/coalitions.ts'
import type { SentBodyOf } from '#shared/api/endpoint.ts'
import type { Country } from '#shared/language/countries.ts'
import { type Language, type Localised, languagesOnScreen } from '#shared/language/languages.ts'
import type { Organisation } from '#shared/organisations.ts'

export type OrganisationEntry = {
  names: Localised
  /** Empty until one is chosen: a country that was only left standing would be wrong half of the time. */
  country: Country | ''
  website: string
}

export const emptyEntry = (country: Country | ''): OrganisationEntry => ({
  names: {},
  country,
  website: '',
})

export const entryOf = ({ names, country, website }: Organisation): OrganisationEntry => ({
  names,
  country,
  website: website ?? '',
})

/** The coalition's languages, and any other in which the organisation has a name already: it would be lost. */
export const languagesFor = (
  coalition: readonly Language[],
  { names }: Pick<OrganisationEntry, 'names'>,
): Language[] => languagesOnScreen.filter((one) => coalition.includes(one) || names[one])

export function fieldsOf({
  names,
  country,
  website,
}: OrganisationEntry): SentBodyOf<typeof addOrganisation> {
  return {
    names: Object.fromEntries(
      Object.entries(names).map(([language, name]) => [language, name.trim()]),
    ) as Record<Language, string>,
    // The server refuses an empty one and names the field.
    country: country as Country,
    website: website.trim() ? withScheme(website.trim()) : null,
  }
}

/** Nobody types `https://`. */
const withScheme = (address: string): string =>
  address.includes('://') ? address : `https://${address}`
