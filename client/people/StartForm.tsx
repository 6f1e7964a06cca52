/** The first run: who you are, what the coalition is called, in which languages it works. */
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useChange } from '#client/api/queries.ts'
import { useFieldError } from '#client/api/refusal-words.ts'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Choices } from '#client/ui/Choices.tsx'
import { TextField } from '#client/ui/Field.tsx'
import { Form } from '#client/ui/Form.tsx'
import { claimCoalition } from '#shared/api/people.ts'
import { type Language, languageOwnNames, languagesOnScreen } from '#shared/language/languages.ts'
import { screenPath } from '#shared/paths.ts'

export function StartForm({ token }: { token: string }) {
  const say = useWords()
  const language = useLanguage()
  const [, go] = useLocation()
  const [name, setName] = useState('')
  const [coalition, setCoalition] = useState('')
  const [languages, setLanguages] = useState<Language[]>([...languagesOnScreen])
  const claiming = useChange(claimCoalition)
  const errorOf = useFieldError(claiming.error)

  async function submit() {
    await claiming.mutateAsync({
      body: { token, name, coalition: { names: { [language]: coalition }, languages } },
    })
    go(screenPath('home'), { replace: true })
  }

  return (
    <Form
      onSubmit={() => void submit().catch(() => undefined)}
      refused={claiming.error}
      actions={
        <Button type="submit" kind="main" busy={claiming.isPending}>
          {say('people.start.submit')}
        </Button>
      }
    >
      <TextField
        label={say('people.your-name')}
        hint={say('people.your-name.hint')}
        error={errorOf('name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        autoComplete="name"
        autoFocus
      />
      <TextField
        label={say('people.start.coalition')}
        hint={say('people.start.coalition.hint')}
        error={errorOf(`coalition.names.${language}`) ?? errorOf('coalition.names')}
        value={coalition}
        onChange={(event) => setCoalition(event.target.value)}
        autoComplete="organization"
      />
      <Choices
        label={say('people.start.languages')}
        hint={say('people.start.languages.hint')}
        error={errorOf('coalition.languages')}
        inline
        options={languagesOnScreen.map((one) => ({
          value: one,
          label: <span lang={one}>{languageOwnNames[one]}</span>,
        }))}
        values={languages}
        onChange={setLanguages}
      />
    </Form>
  )
}
