/** Starting a statement in a coalition. */
import { useParams } from 'wouter'
import { useMe } from '#client/api/me.ts'
import { useRead } from '#client/api/queries.ts'
import { Refused } from '#client/api/refused.ts'
import { useWords } from '#client/i18n/words.ts'
import { NewStatement } from '#client/statements/NewStatement.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { Page } from '#client/ui/Page.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { listStatements } from '#shared/api/statements.ts'

export function NewStatementPage() {
  const say = useWords()
  const { coalition: id = '' } = useParams<{ coalition: string }>()
  const me = useMe()
  const coalition = me?.coalitions.find((one) => one.id === id)
  const allowed = me?.may('statement.start', { coalition: id }) ?? false
  const { data, error, refetch } = useRead(
    listStatements,
    { params: { coalition: id } },
    { enabled: allowed },
  )
  return (
    <Page title={say('statements.new')} lead={say('statements.new.lead')} width="narrow">
      {!coalition || !allowed ? (
        <Problem refused={new Refused('not-allowed')} />
      ) : data ? (
        <NewStatement coalition={coalition} symbols={data.map(({ symbol }) => symbol)} />
      ) : error ? (
        <Problem refused={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}
