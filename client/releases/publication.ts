/** What would become public of the signatures to a release, and what would not. [SIGN5] [SIGN7] [SIGN8] */
import type { Country } from '#shared/language/countries.ts'
import type { Answer } from '#shared/signatures.ts'

export type Publication = {
  admitted: number
  /** How many names would be shown, by country. */
  named: { country: Country; count: number }[]
  /** Only counted, not named. */
  withheld: number
  /** Appear nowhere. */
  confidential: number
  /** Signed, but nobody has checked it yet. */
  waiting: number
}

export function publicationOf(answers: readonly Answer[]): Publication {
  const admitted = answers.filter(({ state }) => state === 'admitted')
  const named = admitted.filter(
    ({ signature }) =>
      signature?.visibility === 'public' || signature?.visibility === 'from-publication',
  )
  const visible = (visibility: 'withheld' | 'confidential') =>
    admitted.filter(({ signature }) => signature?.visibility === visibility).length
  const countries = [...new Set(named.map(({ organisation }) => organisation.country))]
  return {
    admitted: admitted.length,
    named: countries.map((country) => ({
      country,
      count: named.filter(({ organisation }) => organisation.country === country).length,
    })),
    withheld: visible('withheld'),
    confidential: visible('confidential'),
    waiting: answers.filter(({ state }) => state === 'signed').length,
  }
}
