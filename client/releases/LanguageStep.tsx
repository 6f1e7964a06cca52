/** The first step of freezing: which languages, which of them are authentic, and which prevails. [REL1] [REL4] */
import { useWords } from '#client/i18n/words.ts'
import { Choice } from '#client/ui/Choices.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import { type Language, languageOwnNames, languagesOnScreen } from '#shared/language/languages.ts'
import { type FreezeChoices, languageRoles, languagesAs, withRole } from './freeze-choices.ts'
import styles from './LanguageStep.module.css'

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
            <b>{say(`releases.role.${role}`)}</b> {say(`releases.role.${role}.meaning`)}
          </li>
        ))}
      </ul>
      <div className={styles.languages}>
        {languages.map((language) => (
          <Choice
            key={language}
            label={<span lang={language}>{languageOwnNames[language]}</span>}
            inline
            value={choices.roles[language] ?? null}
            onChange={(role) => onChange(withRole(choices, language, role))}
            options={languageRoles.map((role) => ({
              value: role,
              label: say(`releases.role.${role}`),
            }))}
          />
        ))}
      </div>
      {authentic.length === 0 && <Notice kind="wait">{say('releases.none-authentic')}</Notice>}
      {authentic.length > 1 && (
        <Choice<Language | 'none'>
          label={say('releases.prevailing')}
          hint={say('releases.prevailing.hint')}
          inline
          value={choices.prevailing ?? 'none'}
          onChange={(one) => onChange({ ...choices, prevailing: one === 'none' ? null : one })}
          options={[
            { value: 'none', label: say('releases.prevailing.none') },
            ...languages
              .filter((language) => authentic.includes(language))
              .map((language) => ({
                value: language,
                label: <span lang={language}>{languageOwnNames[language]}</span>,
              })),
          ]}
        />
      )}
    </>
  )
}
