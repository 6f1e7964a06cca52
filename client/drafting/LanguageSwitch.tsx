/** Which language of the text is on the screen. */
import { useWords } from '#client/i18n/words.ts'
import { type Language, languageOwnNames, languagesOnScreen } from '#shared/language/languages.ts'
import styles from './LanguageSwitch.module.css'

export function LanguageSwitch({
  languages,
  current,
  onChoose,
}: {
  languages: readonly Language[]
  current: Language
  onChoose: (language: Language) => void
}) {
  const say = useWords()
  return (
    <fieldset className={styles.tabs} aria-label={say('drafting.languages')}>
      {languagesOnScreen
        .filter((language) => languages.includes(language))
        .map((language) => (
          <button
            key={language}
            type="button"
            lang={language}
            aria-pressed={language === current}
            onClick={() => onChoose(language)}
          >
            {languageOwnNames[language]}
          </button>
        ))}
    </fieldset>
  )
}
