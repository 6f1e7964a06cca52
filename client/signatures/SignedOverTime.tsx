/** The signatures of each country over time, as lines and in words. [SIGN11] */
import { useLanguage } from '#client/i18n/language.ts'
import { readersZone } from '#client/i18n/time-zone.ts'
import { useWords } from '#client/i18n/words.ts'
import { dayInWords } from '#shared/language/dates.ts'
import type { Answer } from '#shared/signatures.ts'
import { sideName } from './by-country.ts'
import styles from './SignedOverTime.module.css'
import { type Growth, growthOf } from './signed-over-time.ts'

/** More lines than this could not be told apart. */
const mostLines = 4

const width = 640
const height = 120

export function SignedOverTime({ answers }: { answers: readonly Answer[] }) {
  const say = useWords()
  const language = useLanguage()
  const growth = growthOf(answers, Date.now())
  if (!growth) return null
  const day = (moment: number) => dayInWords(new Date(moment), language, readersZone())
  const lines = growth.lines.slice(0, mostLines)
  const most = Math.max(...lines.map(({ moments }) => moments.length))
  const words = lines.map(
    ({ country, moments }) => `${sideName(say, country, language)} ${moments.length}`,
  )
  return (
    <section className={styles.growth} aria-labelledby="growth">
      <h2 id="growth">{say('signatures.over-time')}</h2>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${day(growth.from)} – ${day(growth.to)}: ${words.join(', ')}`}
      >
        {lines.map(({ country, moments }, at) => (
          <path key={country} data-line={at} d={steps(moments, growth, most)} />
        ))}
      </svg>
      <p className={styles.days} aria-hidden="true">
        <span>{day(growth.from)}</span>
        <span>{say('signatures.today')}</span>
      </p>
      <ul className={styles.legend} aria-hidden="true">
        {words.map((one, at) => (
          <li key={one}>
            <svg viewBox="0 0 28 8" aria-hidden="true">
              <path data-line={at} d="M0 4H28" />
            </svg>
            {one}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One step up at each signature: between them nothing happened. */
function steps(moments: readonly number[], { from, to }: Growth, most: number): string {
  const x = (moment: number) => (((moment - from) / (to - from)) * width).toFixed(1)
  const y = (count: number) => (height - 4 - (count / most) * (height - 10)).toFixed(1)
  const up = moments.map((moment, at) => `H${x(moment)}V${y(at + 1)}`)
  return `M0 ${y(0)}${up.join('')}H${width}`
}
