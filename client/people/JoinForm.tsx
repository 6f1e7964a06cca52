/** Using an invitation: under a new name, or as whoever is signed in already. */
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useMe } from '#client/api/me.ts'
import { useChange } from '#client/api/queries.ts'
import { useFieldError } from '#client/api/refusal-words.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { TextField } from '#client/ui/Field.tsx'
import { Form } from '#client/ui/Form.tsx'
import { acceptInvitation } from '#shared/api/people.ts'
import { screenPath } from '#shared/paths.ts'

export function JoinForm({ token }: { token: string }) {
  const say = useWords()
  const me = useMe()
  const [, go] = useLocation()
  const [name, setName] = useState('')
  const accepting = useChange(acceptInvitation)
  const errorOf = useFieldError(accepting.error)

  async function submit() {
    const { statement } = await accepting.mutateAsync({ body: me ? { token } : { token, name } })
    go(statement ? screenPath('statement', { statement }) : screenPath('home'), { replace: true })
  }

  return (
    <Form
      onSubmit={() => void submit().catch(() => undefined)}
      refused={accepting.error}
      actions={
        <Button type="submit" kind="main" busy={accepting.isPending}>
          {me ? say('people.join.as', { name: me.person.name }) : say('people.join.submit')}
        </Button>
      }
    >
      {me === null && (
        <TextField
          label={say('people.your-name')}
          hint={say('people.your-name.hint')}
          error={errorOf('name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoComplete="name"
          autoFocus
        />
      )}
    </Form>
  )
}
