/** The titles that a new statement begins with: one in the writer's own language, the others when there is time. */
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Disclosure } from '#client/ui/Disclosure.tsx'
import { TextField } from '#client/ui/Field.tsx'
import { LocalisedFields } from '#client/ui/LocalisedFields.tsx'
import { type Language, languageOwnNames, languagesOnScreen } from '#shared/language/languages.ts'
import type { StatementEntry } from './statement-entry.ts'

type Part = {
  entry: StatementEntry
  onChange: (part: Pick<StatementEntry, 'titles'>) => void
  errorOf: (field: string) => string | undefined
}

export function FirstTitle({ entry: { titles, languages }, onChange, errorOf }: Part) {
  const say = useWords()
  const language = useFirst(languages)
  return (
    <TextField
      label={
        <>
          {say('statements.title')} · <span lang={language}>{languageOwnNames[language]}</span>
        </>
      }
      hint={say('statements.title.hint')}
      error={errorOf(`titles.${language}`) ?? errorOf('titles')}
      lang={language}
      value={titles[language] ?? ''}
      onChange={(event) => onChange({ titles: { ...titles, [language]: event.target.value } })}
      autoComplete="off"
      autoFocus
    />
  )
}

export function OtherTitles({ entry: { titles, languages }, onChange, errorOf }: Part) {
  const say = useWords()
  const first = useFirst(languages)
  const others = languagesOnScreen.filter((one) => one !== first && languages.includes(one))
  if (others.length === 0) return null
  return (
    <Disclosure
      label={say('statements.other-titles')}
      open={others.some((one) => errorOf(`titles.${one}`))}
    >
      <LocalisedFields
        label={<span className="visually-hidden">{say('statements.other-titles')}</span>}
        hint={say('statements.other-titles.hint')}
        languages={others}
        text={titles}
        onChange={(changed) => onChange({ titles: changed })}
        errorOf={(one) => errorOf(`titles.${one}`)}
      />
    </Disclosure>
  )
}

/** The language of the screens when the statement is written in it. */
function useFirst(languages: readonly Language[]): Language {
  const language = useLanguage()
  return languages.includes(language) ? language : (languages[0] ?? language)
}
