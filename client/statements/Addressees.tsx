/** Whom a statement speaks to, in each of its languages, one addressee a line. */
import { useWords } from '#client/i18n/words.ts'
import { Disclosure } from '#client/ui/Disclosure.tsx'
import { LocalisedFields } from '#client/ui/LocalisedFields.tsx'
import { type Language, languagesOnScreen } from '#shared/language/languages.ts'
import { linesOf, type StatementEntry } from './statement-entry.ts'

export function Addressees({
  entry: { addressees, languages },
  onChange,
  errorOf,
  folded,
}: {
  entry: StatementEntry
  onChange: (part: Pick<StatementEntry, 'addressees'>) => void
  errorOf: (field: string) => string | undefined
  folded: boolean
}) {
  const say = useWords()
  const shown = languagesOnScreen.filter((one) => languages.includes(one))

  /** The refusal names a whole list, or the line in it that is wrong. */
  function errorIn(language: Language): string | undefined {
    const field = `addressees.${language}`
    const whole = errorOf(field)
    if (whole) return whole
    for (const [at, line] of linesOf(addressees[language]).entries()) {
      const error = errorOf(`${field}.${at}`)
      if (error) return `${line.slice(0, 40)}: ${error}`
    }
    return undefined
  }

  if (shown.length === 0) return null
  const fields = (
    <LocalisedFields
      label={
        <span className={folded ? 'visually-hidden' : undefined}>
          {say('statements.addressees')}
        </span>
      }
      hint={say('statements.addressees.hint')}
      languages={shown}
      text={addressees}
      onChange={(changed) => onChange({ addressees: changed })}
      errorOf={errorIn}
      lines
    />
  )
  if (!folded) return fields
  return (
    <Disclosure label={say('statements.addressees')} open={shown.some(errorIn)}>
      {fields}
    </Disclosure>
  )
}
