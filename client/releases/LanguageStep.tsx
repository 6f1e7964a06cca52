/** The first step of freezing: which languages, which of them are authentic, and which prevails. [REL1] [REL4] */
import { useWords } from '#client/i18n/words.ts'
import { SelectField } from '#client/ui/Field.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import { isLanguage, languagesOnScreen } from '#shared/language/languages.ts'
import { type FreezeChoices, languageRoles, languagesAs, withRole } from './freeze-choices.ts'
import styles from './LanguageStep.module.css'
import { RoleChoice } from './RoleChoice.tsx'

export function LanguageStep({
  choices,
  onChange,
}: {
  choices: FreezeChoices
  onChange: (choices: FreezeChoices) => void
}) {
  const say = useWords()
  const languages = languagesOnScreen.filter((language) => choices.roles[language])
  const authentic = languagesAs(choices, 'authentic')
  return (
    <>
      <ul className={styles.meanings}>
        {languageRoles.map((role) => (
          <li key={role}>
            <b>{say(`releases.role.${role}`)}.</b> {say(`releases.role.${role}.meaning`)}
          </li>
        ))}
      </ul>
      <div className={styles.languages}>
        {languages.map((language) => (
          <RoleChoice
            key={language}
            language={language}
            role={choices.roles[language]}
            onChange={(role) => onChange(withRole(choices, language, role))}
          />
        ))}
      </div>
      {authentic.length === 0 && <Notice kind="wait">{say('releases.none-authentic')}</Notice>}
      {authentic.length > 1 && (
        <SelectField
          label={say('releases.prevailing')}
          hint={say('releases.prevailing.hint')}
          value={choices.prevailing ?? ''}
          onChange={({ target: { value } }) =>
            onChange({ ...choices, prevailing: isLanguage(value) ? value : null })
          }
          options={[
            { value: '', label: say('releases.prevailing.none') },
            ...languages
              .filter((language) => authentic.includes(language))
              .map((language) => ({
                value: language,
                label: say('releases.prevailing.one', { language: say(`language.${language}`) }),
              })),
          ]}
        />
      )}
    </>
  )
}
