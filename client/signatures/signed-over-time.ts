/** How the number of signatures of each country has grown. [SIGN11] */
import type { Country } from '#shared/language/countries.ts'
import type { Answer } from '#shared/signatures.ts'

export type Growth = {
  /** From the first invitation to the moment of asking, in milliseconds since 1970. */
  from: number
  to: number
  /** For each country the moments at which a signature was given, the earliest first. */
  lines: { country: Country; moments: number[] }[]
}

const day = 24 * 60 * 60_000

/** Null as long as there is nothing to see: signatures on fewer than two days. */
export function growthOf(answers: readonly Answer[], now: number): Growth | null {
  const signed = answers.flatMap(({ organisation, signature }) =>
    signature ? [{ country: organisation.country, at: Date.parse(signature.signedAt) }] : [],
  )
  const invited = answers.flatMap(({ history }) => history.map(({ at }) => Date.parse(at)))
  const moments = signed.map(({ at }) => at)
  if (Math.max(...moments) - Math.min(...moments) < day || signed.length < 2) return null
  const countries = [...new Set(signed.map(({ country }) => country))]
  return {
    from: Math.min(...invited, ...moments),
    to: now,
    lines: countries
      .map((country) => ({
        country,
        moments: signed
          .filter((one) => one.country === country)
          .map(({ at }) => at)
          .sort((a, b) => a - b),
      }))
      .sort((a, b) => b.moments.length - a.moments.length),
  }
}
