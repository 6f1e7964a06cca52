/** The statements of a coalition, the last changed first; before there is one, how to begin. */
import type { Me } from '#client/api/me.ts'
import { useWords } from '#client/i18n/words.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Rows } from '#client/ui/Rows.tsx'
import type { Statement } from '#shared/statements.ts'
import { FirstSteps } from './FirstSteps.tsx'
import { StatementRow } from './StatementRow.tsx'

export function StatementList({
  me,
  coalition,
  statements,
}: {
  me: Me
  coalition: string
  statements: readonly Statement[]
}) {
  const say = useWords()
  if (statements.length > 0) {
    return (
      <Rows label={say('app.statements')}>
        {statements.map((statement) => (
          <StatementRow key={statement.id} statement={statement} />
        ))}
      </Rows>
    )
  }
  return me.may('statement.start', { coalition }) ? (
    <FirstSteps me={me} coalition={coalition} />
  ) : (
    <EmptyState title={say('statements.none.title')}>{say('statements.none.text')}</EmptyState>
  )
}
