/** The form of a statement: kind, languages, addressees, symbol; its titles only while there is no text to hold them. */
import type { ReactNode } from 'react'
import { useFieldError, useRefusalWords } from '#client/api/refusal-words.ts'
import type { Refused } from '#client/api/refused.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Choice, Choices } from '#client/ui/Choices.tsx'
import { TextField } from '#client/ui/Field.tsx'
import { Form } from '#client/ui/Form.tsx'
import { languageOwnNames, languagesOnScreen } from '#shared/language/languages.ts'
import { statementKinds } from '#shared/statements.ts'
import { Addressees } from './Addressees.tsx'
import type { StatementEntry } from './statement-entry.ts'
import { FirstTitle, OtherTitles } from './Titles.tsx'

export function StatementForm({
  entry,
  onChange,
  isNew,
  beginning,
  published = false,
  submit,
  busy,
  refused,
  onSubmit,
}: {
  entry: StatementEntry
  onChange: (entry: StatementEntry) => void
  isNew: boolean
  /** The choice of what a new one begins with. */
  beginning?: ReactNode
  /** Something stands behind the permanent link, so that the symbol stays. */
  published?: boolean
  submit: ReactNode
  busy: boolean
  refused: Refused | null
  onSubmit: () => void
}) {
  const say = useWords()
  const errorOf = useFieldErrors(refused)
  const change = (part: Partial<StatementEntry>) => onChange({ ...entry, ...part })
  return (
    <Form
      onSubmit={onSubmit}
      refused={refused}
      actions={
        <Button type="submit" kind="main" busy={busy}>
          {submit}
        </Button>
      }
    >
      {isNew && <FirstTitle entry={entry} onChange={change} errorOf={errorOf} />}
      <Choice
        label={say('statements.kind')}
        error={errorOf('kind')}
        columns
        options={statementKinds.map((kind) => ({
          value: kind,
          label: say(`kind.${kind}`),
          hint: say(`statements.kind.${kind}`),
        }))}
        value={entry.kind}
        onChange={(kind) => change({ kind })}
      />
      <Choices
        label={say('statements.languages')}
        hint={say(isNew ? 'statements.languages.new' : 'statements.languages.hint')}
        error={errorOf('languages')}
        inline
        options={languagesOnScreen.map((one) => ({
          value: one,
          label: <span lang={one}>{languageOwnNames[one]}</span>,
        }))}
        values={entry.languages}
        onChange={(languages) => change({ languages })}
      />
      {beginning}
      <TextField
        label={say('statements.symbol')}
        hint={say(published ? 'statements.symbol.fixed' : 'statements.symbol.hint')}
        error={errorOf('symbol')}
        value={entry.symbol}
        onChange={(event) => change({ symbol: event.target.value })}
        readOnly={published}
        spellCheck={false}
        autoComplete="off"
      />
      <div>
        {isNew && <OtherTitles entry={entry} onChange={change} errorOf={errorOf} />}
        <Addressees entry={entry} onChange={change} errorOf={errorOf} folded={isNew} />
      </div>
    </Form>
  )
}

/** Also puts those refusals at their field that the server tells by a code of their own. */
function useFieldErrors(refused: Refused | null): (field: string) => string | undefined {
  const errorOf = useFieldError(refused)
  const sayRefusal = useRefusalWords()
  return (field) => {
    if (!refused) return undefined
    const { code, details } = refused
    if (field === 'symbol' && (code === 'symbol-taken' || code === 'statement-published')) {
      return sayRefusal(refused)
    }
    if (field === 'languages' && code === 'language-in-use') {
      const inUse = languagesOnScreen.find((one) => one === details.language)
      return `${inUse ? `${languageOwnNames[inUse]}: ` : ''}${sayRefusal(refused)}`
    }
    return errorOf(field)
  }
}
