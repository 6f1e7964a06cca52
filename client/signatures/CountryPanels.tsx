/** How many of each country have signed, side by side. [SIGN11] */
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { countryName } from '#shared/language/countries.ts'
import type { Answer } from '#shared/signatures.ts'
import { hasSigned } from './answer-groups.ts'
import { byCountry } from './by-country.ts'
import styles from './CountryPanels.module.css'
import { Meter } from './Meter.tsx'

export function CountryPanels({ answers }: { answers: readonly Answer[] }) {
  const language = useLanguage()
  return (
    <div className={styles.panels}>
      {byCountry(answers, language).map(({ country, answers: own }) => (
        <section key={country} className={styles.panel}>
          <h2>{countryName(country, language)}</h2>
          <Signed signed={own.filter(hasSigned).length} invited={own.length} />
          <Meter answers={own} />
        </section>
      ))}
    </div>
  )
}

function Signed({ signed, invited }: { signed: number; invited: number }) {
  const say = useWords()
  return (
    <p className={styles.signed}>
      <b>{signed}</b> {say('signatures.signed-of', { signed, invited })}
    </p>
  )
}
