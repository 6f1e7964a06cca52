/** Who asks whom to sign what: all that a message with a signing link needs. */
import { loadWords } from '#client/i18n/words.ts'
import { ownLanguage } from '#shared/language/countries.ts'
import { dayInWords, type TimeZone } from '#shared/language/dates.ts'
import { inLanguage, type Language, type Localised, languages } from '#shared/language/languages.ts'
import { type Organisation, organisationName } from '#shared/organisations.ts'
import type { StatementKind } from '#shared/statements.ts'

export type Asking = {
  statement: string
  kind: StatementKind
  coalition: string
  coalitionNames: Localised
}

/** The language in which an organisation is most likely spoken to: its country's, or that of its only name. */
export function languageFor({ country, names }: Organisation, readers: Language): Language {
  const named = languages.filter((language) => names[language])
  return ownLanguage[country] ?? (named.length === 1 ? named[0] : undefined) ?? readers
}

/** The organisation is in the same place as its deadline. */
export const zoneOf = ({ country }: Pick<Organisation, 'country'>): TimeZone =>
  country === 'TJ' ? 'Asia/Dushanbe' : 'Asia/Bishkek'

/** A few words to send with the link. They name the kind of text, not its title: messengers are read by others. */
export async function messageFor(
  { kind, coalitionNames }: Asking,
  organisation: Organisation,
  expiresAt: string,
  readers: Language,
): Promise<string> {
  const language = languageFor(organisation, readers)
  const say = await loadWords(language)
  return say('signatures.message', {
    coalition: inLanguage(coalitionNames, language),
    organisation: organisationName(organisation, language),
    what: say(`signatures.what.${kind}`),
    day: dayInWords(new Date(expiresAt), language, zoneOf(organisation)),
  })
}
