/** A published release as pages and files are made from it, and what follows from it alone. */
import type { AdmittedSignature } from '#server/domain/roster.ts'
import type { Language, Localised } from '#shared/language/languages.ts'
import { languagesOnScreen } from '#shared/language/languages.ts'
import type { CanonicalRelease } from '#shared/releases.ts'
import type { CanonicalText } from '#shared/text/canonical.ts'
import type { PublicKey } from './minisign.ts'

export type Publication = { number: number; publishedAt: Date }

export type PublishedRelease = {
  /** The origin that readers see, without a slash at the end. */
  publicUrl: string
  slug: string
  number: number
  fingerprint: string
  coalition: Localised
  release: CanonicalRelease
  publishedAt: Date
  /** The published releases of this statement, the newest first. */
  all: readonly Publication[]
  admitted: readonly AdmittedSignature[]
  key: PublicKey
}

/** The languages of the release, in the order in which screens offer them. */
export const languagesOf = ({ texts }: CanonicalRelease): Language[] =>
  languagesOnScreen.filter((language) => texts.some((text) => text.language === language))

export const isAuthentic = ({ authentic }: CanonicalRelease, language: Language): boolean =>
  authentic.includes(language)

/** What the address without a language shows: the prevailing text, else the first authentic one. [REL4] */
export function mainLanguage(release: CanonicalRelease): Language {
  const held = languagesOf(release)
  const order = [release.prevailing, ...held.filter((one) => isAuthentic(release, one)), ...held]
  const found = order.find((language) => language !== null && held.includes(language))
  if (!found) throw new Error('a release without a text')
  return found
}

/** The text in this language; in the main one where the release has none in it. */
export function textIn(release: CanonicalRelease, language: Language): CanonicalText {
  const main = () => textOf(release, mainLanguage(release))
  return textOf(release, language) ?? (main() as CanonicalText)
}

const textOf = ({ texts }: CanonicalRelease, language: Language) =>
  texts.find((text) => text.language === language)

/** The published releases just before and after this one, and the newest if that is another. [PUB1] */
export function neighbours({ number, all }: Pick<PublishedRelease, 'number' | 'all'>) {
  const oldestFirst = [...all].sort((a, b) => a.number - b.number)
  const newest = oldestFirst.at(-1)
  return {
    previous: oldestFirst.findLast((other) => other.number < number) ?? null,
    next: oldestFirst.find((other) => other.number > number) ?? null,
    newer: newest && newest.number > number ? newest : null,
  }
}

/** The statement's title in each language of the release. */
export const titlesOf = ({ texts }: CanonicalRelease): Localised =>
  Object.fromEntries(texts.map(({ language, title }) => [language, title]))
