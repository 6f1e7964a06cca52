/** What signing means, in plain words, before anybody signs. [SIGN1] [SIGN4] [SIGN5] */
import { useWords } from '#client/i18n/words.ts'
import { Fingerprint } from '#client/ui/Fingerprint.tsx'
import type { Language } from '#shared/language/languages.ts'
import styles from './SigningMeaning.module.css'

export function SigningMeaning({
  organisation,
  language,
  fingerprint,
}: {
  organisation: string
  /** The language in which the text is being read. */
  language: Language
  fingerprint: string
}) {
  const say = useWords()
  return (
    <section className={styles.meaning} aria-labelledby="meaning">
      <h2 id="meaning">{say('signatures.meaning')}</h2>
      <ul>
        <li>
          {say('signatures.meaning.text', { language: say(`signatures.reading.${language}`) })}{' '}
          <span className={styles.fingerprint}>
            {say('ui.fingerprint')}: <Fingerprint key={fingerprint} value={fingerprint} />
          </span>
        </li>
        <li>{say('signatures.meaning.behalf', { organisation })}</li>
        <li>{say('signatures.meaning.checked')}</li>
        <li>{say('signatures.meaning.again')}</li>
        <li>{say('signatures.meaning.withdraw')}</li>
        <li>{say('signatures.meaning.nothing-kept')}</li>
      </ul>
    </section>
  )
}
