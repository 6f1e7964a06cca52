/** How the languages of a release are chosen, and the release that a choice makes of the text looked at. [REL1] [REL4] */
import type { Language } from '#shared/language/languages.ts'
import { type CanonicalRelease, type FreezePreview, sealRelease } from '#shared/releases.ts'
import type { Problem } from '#shared/text/canonical.ts'

export const languageRoles = ['authentic', 'translation', 'left-out'] as const
export type LanguageRole = (typeof languageRoles)[number]

export type FreezeChoices = {
  roles: { [language in Language]?: LanguageRole }
  prevailing: Language | null
}

/** All that is asked of the server: every language, so that a choice never needs the text anew. */
export const everyLanguage = (languages: readonly Language[]) => ({
  leftOut: [],
  authentic: [...languages],
  prevailing: null,
})

/** As in the release before; a language that it did not have comes in as a translation, and never stays out unseen. */
export function firstChoices(
  languages: readonly Language[],
  before: CanonicalRelease | null,
): FreezeChoices {
  const role = (language: Language): LanguageRole =>
    !before || before.authentic.includes(language) ? 'authentic' : 'translation'
  const roles = Object.fromEntries(languages.map((language) => [language, role(language)]))
  const prevailing = before?.prevailing ?? null
  return settled({ roles, prevailing })
}

export const withRole = (
  { roles, prevailing }: FreezeChoices,
  language: Language,
  role: LanguageRole,
): FreezeChoices => settled({ roles: { ...roles, [language]: role }, prevailing })

/** Only an authentic text can prevail, and only where there is another. */
function settled({ roles, prevailing }: FreezeChoices): FreezeChoices {
  const authentic = languagesAs({ roles, prevailing }, 'authentic')
  const stays = prevailing !== null && authentic.length > 1 && authentic.includes(prevailing)
  return { roles, prevailing: stays ? prevailing : null }
}

export const languagesAs = ({ roles }: FreezeChoices, role: LanguageRole): Language[] =>
  (Object.keys(roles) as Language[]).filter((language) => roles[language] === role).sort()

/** The choice as the API takes it. */
export const sentChoices = (choices: FreezeChoices) => ({
  leftOut: languagesAs(choices, 'left-out'),
  authentic: languagesAs(choices, 'authentic'),
  prevailing: choices.prevailing,
})

export type Chosen = { release: CanonicalRelease; fingerprint: string; problems: Problem[] }

/**
 * What exactly would be frozen: the text looked at, in the chosen languages. The fingerprint is
 * computed here; the server computes it again and freezes only when both agree. [REL2]
 */
export function chosenRelease(
  { release, problems }: FreezePreview,
  choices: FreezeChoices,
): Chosen {
  const kept = (language: Language) => choices.roles[language] !== 'left-out'
  const chosen: CanonicalRelease = {
    ...release,
    addressees: Object.fromEntries(
      Object.entries(release.addressees).filter(([language]) => kept(language as Language)),
    ),
    authentic: languagesAs(choices, 'authentic'),
    prevailing: choices.prevailing,
    texts: release.texts.filter(({ language }) => kept(language)),
  }
  return {
    release: chosen,
    fingerprint: sealRelease(chosen).fingerprint,
    problems: problems.filter(({ language }) => kept(language)),
  }
}
