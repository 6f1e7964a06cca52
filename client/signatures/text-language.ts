/** In which language a text is offered first to somebody who is asked to sign it. */
import { ownLanguage } from '#shared/language/countries.ts'
import type { Language } from '#shared/language/languages.ts'
import type { Organisation } from '#shared/organisations.ts'
import type { CanonicalRelease } from '#shared/releases.ts'

/** The organisation's own, or that of the screens, or the one that counts. */
export function firstLanguage(
  { authentic, prevailing, texts }: CanonicalRelease,
  { country }: Organisation,
  readers: Language,
): Language {
  const held = texts.map(({ language }) => language)
  const wanted = [ownLanguage[country], readers, prevailing, 'ru' as const, ...authentic, ...held]
  return wanted.find((one) => one && held.includes(one)) ?? readers
}
