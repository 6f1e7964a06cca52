/** Organisations: the unit that signs. */

import * as v from 'valibot'
import { idSchema, localised, webAddressSchema } from './forms.ts'
import type { Country } from './language/countries.ts'
import { countrySchema, ownLanguage } from './language/countries.ts'
import { inLanguage, type Language, type Localised } from './language/languages.ts'

/** The form in which an organisation is entered: its name in at least one language, and its country. */
export const organisationFields = {
  names: localised(200),
  country: countrySchema,
  website: v.nullable(webAddressSchema),
}

export const organisationSchema = v.object({ id: idSchema, ...organisationFields })
export type Organisation = v.InferOutput<typeof organisationSchema>

/** What readers of `language` call the organisation; when it has no such name, what it calls itself. */
export function organisationName(
  { names, country }: { names: Localised; country: Country },
  language: Language,
): string {
  const own = ownLanguage[country]
  return inLanguage(names, language, own ? [own] : [])
}
