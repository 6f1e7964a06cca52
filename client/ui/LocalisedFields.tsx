/** The same thing in several languages: one field for each, named as the language calls itself, the reader's first. */
import { type ReactNode, useId } from 'react'
import { useLanguage } from '#client/i18n/language.ts'
import { type Language, type Localised, languageOwnNames } from '#shared/language/languages.ts'
import { TextArea, TextField } from './Field.tsx'
import styles from './LocalisedFields.module.css'

export function LocalisedFields({
  label,
  hint,
  languages,
  text,
  onChange,
  errorOf,
  error,
  lines = false,
  autoFocus = false,
}: {
  label: ReactNode
  hint?: ReactNode
  languages: readonly Language[]
  text: Localised
  onChange: (text: Localised) => void
  /** What is wrong with the words in one language. */
  errorOf: (language: Language) => string | undefined
  /** What is wrong with all of it; said at the first language. */
  error?: string | undefined
  /** Several lines for each language. */
  lines?: boolean
  /** Begins in the first language. */
  autoFocus?: boolean
}) {
  const id = useId()
  const mine = useLanguage()
  const ordered = [...languages].sort((a, b) => Number(b === mine) - Number(a === mine))
  const Control = lines ? TextArea : TextField
  return (
    <fieldset className={styles.group} aria-describedby={hint ? id : undefined}>
      <legend>{label}</legend>
      {hint && (
        <p id={id} className={styles.hint}>
          {hint}
        </p>
      )}
      <div className={lines ? styles.areas : styles.fields}>
        {ordered.map((language, at) => (
          <Control
            key={language}
            label={<span lang={language}>{languageOwnNames[language]}</span>}
            lang={language}
            autoFocus={autoFocus && at === 0}
            error={errorOf(language) ?? (at === 0 ? error : undefined)}
            value={text[language] ?? ''}
            onChange={(event) => onChange({ ...text, [language]: event.target.value })}
          />
        ))}
      </div>
    </fieldset>
  )
}
