/** The choice of the language of the screens, each by its own name. */
import { Globe } from 'lucide-react'
import { chooseLanguage, ownName, useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { type Language, languagesOnScreen } from '#shared/language/languages.ts'
import styles from './LanguageChoice.module.css'

export function LanguageChoice() {
  const say = useWords()
  const language = useLanguage()
  return (
    <span className={styles.choice}>
      <Globe aria-hidden="true" />
      <span aria-hidden="true">{language}</span>
      <select
        aria-label={say('app.language')}
        value={language}
        onChange={({ target }) => chooseLanguage(target.value as Language)}
      >
        {languagesOnScreen.map((one) => (
          <option key={one} value={one} lang={one}>
            {ownName(one)}
          </option>
        ))}
      </select>
    </span>
  )
}
