/** What weight the text of one language has among those of its release. [REL4] */
import { useWords } from '#client/i18n/words.ts'
import { type Language, languagesOnScreen } from '#shared/language/languages.ts'
import type { CanonicalRelease } from '#shared/releases.ts'
import styles from './TextStanding.module.css'

export function TextStanding({
  release: { authentic, prevailing, texts },
  language,
}: {
  release: CanonicalRelease
  language: Language
}) {
  const say = useWords()
  const name = (one: Language) => say(`language.${one}`)
  const names = languagesOnScreen.filter((one) => authentic.includes(one)).map(name)
  if (texts.length < 2) return null
  if (!authentic.includes(language)) {
    return (
      <p className={styles.standing}>
        <b>{say('ui.text.translation')}</b>{' '}
        {say('ui.text.what-counts', { count: names.length, languages: names.join(', ') })}
      </p>
    )
  }
  return (
    <p className={styles.standing}>
      <b>{say('ui.text.authentic')}</b>{' '}
      {authentic.length > 1 &&
        (prevailing === null
          ? say('ui.text.equal')
          : prevailing === language
            ? say('ui.text.prevails')
            : say('ui.text.other-prevails', { language: name(prevailing) }))}
    </p>
  )
}
