/** What a statement is called, whom it speaks to and in which languages. */
import { useParams } from 'wouter'
import { useMe } from '#client/api/me.ts'
import { useRead } from '#client/api/queries.ts'
import { Refused } from '#client/api/refused.ts'
import { useWords } from '#client/i18n/words.ts'
import { LockDraft } from '#client/statements/LockDraft.tsx'
import { StatementDetails } from '#client/statements/StatementDetails.tsx'
import { StatementFrame } from '#client/statements/StatementFrame.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { Page } from '#client/ui/Page.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { seeStatement } from '#shared/api/statements.ts'

export function DetailsPage() {
  const say = useWords()
  const { statement: id = '' } = useParams<{ statement: string }>()
  const me = useMe()
  const { data, error, refetch } = useRead(seeStatement, { params: { statement: id } })
  if (!me) return null
  if (!data) {
    return (
      <Page title={say('statements.tab.details')} width="narrow">
        {error ? <Problem refused={error} onRetry={() => void refetch()} /> : <Loading />}
      </Page>
    )
  }
  const place = { coalition: data.coalition, statement: id }
  return (
    <>
      <StatementFrame me={me} statement={data} current="details" />
      <Page
        title={say('statements.tab.details')}
        lead={say('statements.details.lead')}
        width="narrow"
      >
        {me.may('statement.change', place) ? (
          <>
            <StatementDetails statement={data} />
            <LockDraft statement={data} />
          </>
        ) : (
          <Problem refused={new Refused('not-allowed')} />
        )}
      </Page>
    </>
  )
}
