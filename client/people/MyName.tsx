/** The name by which the others know me. */
import { useState } from 'react'
import { useChange } from '#client/api/queries.ts'
import { useFieldError } from '#client/api/refusal-words.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { TextField } from '#client/ui/Field.tsx'
import { Form } from '#client/ui/Form.tsx'
import { useTell } from '#client/ui/Toasts.tsx'
import { renameMe } from '#shared/api/people.ts'

export function MyName({ name: current }: { name: string }) {
  const say = useWords()
  const tell = useTell()
  const [name, setName] = useState(current)
  const renaming = useChange(renameMe)
  const errorOf = useFieldError(renaming.error)

  async function save() {
    const renamed = await renaming.mutateAsync({ body: { name } })
    setName(renamed.name)
    tell(say('ui.saved'))
  }

  return (
    <Form
      onSubmit={() => void save().catch(() => undefined)}
      refused={renaming.error}
      actions={
        <Button type="submit" kind="main" busy={renaming.isPending}>
          {say('ui.save')}
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
      />
    </Form>
  )
}
