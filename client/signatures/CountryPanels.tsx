/** How many of each country have signed, side by side. [SIGN11] */
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { Answer } from '#shared/signatures.ts'
import { hasSigned } from './answer-groups.ts'
import { byCountry, sideName } from './by-country.ts'
import styles from './CountryPanels.module.css'
import { Meter } from './Meter.tsx'
import { SignedOverTime } from './SignedOverTime.tsx'

export function CountryPanels({ answers }: { answers: readonly Answer[] }) {
  const say = useWords()
  const language = useLanguage()
  const sides = byCountry(answers, language)
  return (
    <div className={styles.panels}>
      {sides.map(({ country, answers: own }) => (
        <section key={country} className={styles.panel}>
          <h2>{sideName(say, country, language)}</h2>
          <Signed signed={own.filter(hasSigned).length} invited={own.length} />
          <Meter answers={own} />
        </section>
      ))}
      <SignedOverTime answers={answers} />
    </div>
  )
}

function Signed({ signed, invited }: { signed: number; invited: number }) {
  const say = useWords()
  return (
    <p className={styles.signed}>
      <b>{signed}</b> {say('signatures.signed-of', { invited })}
    </p>
  )
}
