/** Starting a statement: what must be known before there is a text to write in. */
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useChange } from '#client/api/queries.ts'
import { useWords } from '#client/i18n/words.ts'
import { startStatement } from '#shared/api/statements.ts'
import type { Coalition } from '#shared/coalitions.ts'
import { screenPath } from '#shared/paths.ts'
import type { Beginning } from '#shared/templates/template.ts'
import { BeginningChoice } from './BeginningChoice.tsx'
import { StatementForm } from './StatementForm.tsx'
import { fieldsOf, newEntry, titlesOf } from './statement-entry.ts'
import { suggestSymbol } from './suggest-symbol.ts'

export function NewStatement({
  coalition,
  symbols,
}: {
  coalition: Coalition
  /** Those that are taken, the newest first. */
  symbols: readonly string[]
}) {
  const say = useWords()
  const [, go] = useLocation()
  const starting = useChange(startStatement)
  const [entry, setEntry] = useState(() =>
    newEntry(suggestSymbol(symbols, new Date().getFullYear()), coalition.languages),
  )

  const [beginning, setBeginning] = useState<Beginning>('empty')

  async function submit() {
    const { id } = await starting.mutateAsync({
      params: { coalition: coalition.id },
      body: { ...fieldsOf(entry), titles: titlesOf(entry), beginning },
    })
    go(screenPath('statement', { statement: id }))
  }

  return (
    <StatementForm
      entry={entry}
      onChange={setEntry}
      isNew
      beginning={<BeginningChoice kind={entry.kind} value={beginning} onChange={setBeginning} />}
      submit={say('statements.start')}
      busy={starting.isPending}
      refused={starting.error}
      onSubmit={() => void submit().catch(() => undefined)}
    />
  )
}
