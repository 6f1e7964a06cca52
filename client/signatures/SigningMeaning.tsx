/** What signing means, in plain words, before anybody signs. [SIGN1] [SIGN4] [SIGN5] */
import { useEffect, useRef } from 'react'
import { useWords } from '#client/i18n/words.ts'
import { Fingerprint } from '#client/ui/Fingerprint.tsx'
import { Points } from '#client/ui/Points.tsx'
import type { Language } from '#shared/language/languages.ts'
import styles from './SigningMeaning.module.css'

export function SigningMeaning({
  organisation,
  language,
  fingerprint,
  led,
}: {
  organisation: string
  /** The language in which the text is being read. */
  language: Language
  fingerprint: string
  /** Whether the reader is led here. */
  led: boolean
}) {
  const say = useWords()
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (led) place.current?.focus()
  }, [led])
  return (
    <section ref={place} tabIndex={-1} className={styles.meaning} aria-labelledby="meaning">
      <h2 id="meaning">{say('signatures.meaning')}</h2>
      <Points>
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
      </Points>
    </section>
  )
}
