/** The signatures to the newest text of a statement, for co-ordinators. */
import { useRead } from '#client/api/queries.ts'
import { useWords } from '#client/i18n/words.ts'
import { SignatureBook } from '#client/signatures/SignatureBook.tsx'
import { LinkButton } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { Page } from '#client/ui/Page.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { listOrganisations } from '#shared/api/coalitions.ts'
import { listAnswers } from '#shared/api/signatures.ts'
import { screenPath } from '#shared/paths.ts'
import { type Room, StatementRoom } from './StatementRoom.tsx'

/** How often the answers are read again while the screen is looked at, in milliseconds. */
const every = 10_000

export function SignaturesPage() {
  return <StatementRoom current="signatures">{(room) => <Signatures {...room} />}</StatementRoom>
}

function Signatures({ me, statement }: Room) {
  const say = useWords()
  const { coalition, id, kind } = statement
  const answers = useRead(listAnswers, { params: { statement: id } }, { every })
  const organisations = useRead(listOrganisations, { params: { coalition } })
  const names = me.coalitions.find((one) => one.id === coalition)?.names ?? {}
  if (answers.data?.release && organisations.data && organisations.data.length > 0) {
    return (
      <SignatureBook
        release={answers.data.release}
        answers={answers.data.answers}
        asking={{ statement: id, kind, coalition, coalitionNames: names }}
        stale={answers.error}
      />
    )
  }
  const error = answers.error ?? organisations.error
  return (
    <Page title={say('signatures.title')}>
      {error && <Problem refused={error} onRetry={() => void answers.refetch()} />}
      {!error && (!answers.data || !organisations.data) && <Loading />}
      {answers.data?.release === null && (
        <EmptyState
          title={say('signatures.nothing-frozen.title')}
          action={
            <LinkButton kind="main" to={screenPath('freeze', { statement: id })}>
              {say('releases.freeze.title')}
            </LinkButton>
          }
        >
          {say('signatures.nothing-frozen.text')}
        </EmptyState>
      )}
      {answers.data?.release && organisations.data?.length === 0 && (
        <EmptyState
          title={say('signatures.no-organisations.title')}
          action={
            <LinkButton kind="main" to={screenPath('organisations', { coalition })}>
              {say('signatures.add-organisations')}
            </LinkButton>
          }
        >
          {say('signatures.no-organisations.text')}
        </EmptyState>
      )}
    </Page>
  )
}
