/** What a release is and what may become of it, told by the numbers and dates of a statement's releases. */
import type { Language } from '#shared/language/languages.ts'
import { Refusal } from '#shared/refusals.ts'
import type { ReleaseState } from '#shared/releases.ts'
import { type CanonicalRelease, releaseFormat } from '#shared/releases.ts'
import type { Stage, StatementKind } from '#shared/statements.ts'
import type { CanonicalText } from '#shared/text/canonical.ts'

export type ReleaseFacts = { number: number; publishedAt: Date | null }

/** The state of one release among all of its statement. */
export function stateOf(release: ReleaseFacts, all: readonly ReleaseFacts[]): ReleaseState {
  const newer = all.filter(({ number }) => number > release.number)
  if (release.publishedAt) {
    return newer.some(({ publishedAt }) => publishedAt) ? 'superseded' : 'published'
  }
  return newer.length > 0 ? 'replaced' : 'candidate'
}

/** Where a statement stands: its newest release decides. */
export function stageOf(newest: (ReleaseFacts & { invited: boolean }) | null): Stage {
  if (!newest) return 'drafting'
  if (newest.publishedAt) return 'published'
  return newest.invited ? 'signing' : 'frozen'
}

export type FreezeChoices = {
  leftOut: readonly Language[]
  authentic: readonly Language[]
  prevailing: Language | null
}

/**
 * Which of a statement's languages a release has. Throws `invalid-input` when a choice names a
 * language that the release does not have, or none is left. [REL1] [REL4]
 */
export function releaseLanguages(
  languages: readonly Language[],
  { leftOut, authentic, prevailing }: FreezeChoices,
): Language[] {
  const kept = languages.filter((language) => !leftOut.includes(language)).sort()
  if (kept.length === 0)
    throw new Refusal('invalid-input', { field: 'leftOut', rule: 'form.choice' })
  if (!authentic.every((language) => kept.includes(language))) {
    throw new Refusal('invalid-input', { field: 'authentic', rule: 'form.choice' })
  }
  if (prevailing !== null && !authentic.includes(prevailing)) {
    throw new Refusal('invalid-input', { field: 'prevailing', rule: 'form.choice' })
  }
  return kept
}

/** The canonical release of these texts, everything in its fixed order. [REL2] */
export function composeRelease(
  statement: {
    symbol: string
    kind: StatementKind
    addressees: { [language in Language]?: string[] }
  },
  texts: readonly CanonicalText[],
  choices: FreezeChoices,
): CanonicalRelease {
  const languages = texts.map(({ language }) => language)
  return {
    format: releaseFormat,
    symbol: statement.symbol,
    kind: statement.kind,
    addressees: Object.fromEntries(
      languages.flatMap((language) => {
        const lines = statement.addressees[language] ?? []
        return lines.length > 0 ? [[language, lines]] : []
      }),
    ),
    authentic: [...choices.authentic].sort(),
    prevailing: choices.prevailing,
    texts: [...texts].sort((a, b) => (a.language < b.language ? -1 : 1)),
  }
}
