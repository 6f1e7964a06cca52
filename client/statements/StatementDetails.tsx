/** Changing what a statement is called, whom it speaks to and in which languages. */
import { useState } from 'react'
import { useChange } from '#client/api/queries.ts'
import { useWords } from '#client/i18n/words.ts'
import { useTell } from '#client/ui/Toasts.tsx'
import { changeStatement } from '#shared/api/statements.ts'
import type { Statement } from '#shared/statements.ts'
import { StatementForm } from './StatementForm.tsx'
import { entryOf, fieldsOf } from './statement-entry.ts'

export function StatementDetails({ statement }: { statement: Statement }) {
  const say = useWords()
  const tell = useTell()
  const changing = useChange(changeStatement)
  const [entry, setEntry] = useState(() => entryOf(statement))

  async function submit() {
    const changed = await changing.mutateAsync({
      params: { statement: statement.id },
      body: fieldsOf(entry),
    })
    setEntry(entryOf(changed))
    tell(say('ui.saved'))
  }

  return (
    <StatementForm
      entry={entry}
      onChange={setEntry}
      isNew={false}
      published={statement.published}
      submit={say('ui.save')}
      busy={changing.isPending}
      refused={changing.error}
      onSubmit={() => void submit().catch(() => undefined)}
    />
  )
}
