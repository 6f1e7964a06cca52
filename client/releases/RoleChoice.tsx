/** What one language is in a release: authentic, a translation, or no part of it. [REL4] */
import { useId } from 'react'
import { useWords } from '#client/i18n/words.ts'
import { type Language, languageOwnNames } from '#shared/language/languages.ts'
import { type LanguageRole, languageRoles } from './freeze-choices.ts'
import styles from './RoleChoice.module.css'

export function RoleChoice({
  language,
  role,
  onChange,
}: {
  language: Language
  role: LanguageRole | undefined
  onChange: (role: LanguageRole) => void
}) {
  const say = useWords()
  const id = useId()
  return (
    <div role="radiogroup" aria-labelledby={id} className={styles.choice}>
      <span id={id} lang={language} className={styles.name}>
        {languageOwnNames[language]}
      </span>
      <div className={styles.roles}>
        {languageRoles.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={id}
              value={one}
              checked={one === role}
              onChange={() => onChange(one)}
            />
            {say(`releases.role.${one}`)}
          </label>
        ))}
      </div>
    </div>
  )
}
