/** Freezing the text of a statement as the next candidate. */
import { useRead } from '#client/api/queries.ts'
import { useWords } from '#client/i18n/words.ts'
import { FreezeSteps } from '#client/releases/FreezeSteps.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { Page } from '#client/ui/Page.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { listReleases, seeRelease } from '#shared/api/releases.ts'
import type { Statement } from '#shared/statements.ts'
import { StatementRoom } from './StatementRoom.tsx'

export function FreezePage() {
  const say = useWords()
  return (
    <StatementRoom current="releases">
      {({ statement }) => (
        <Page title={say('releases.freeze.title')} lead={say('releases.freeze.lead')}>
          <Freezing statement={statement} />
        </Page>
      )}
    </StatementRoom>
  )
}

/** The choices made for the release before are where one begins. */
function Freezing({ statement }: { statement: Statement }) {
  const releases = useRead(listReleases, { params: { statement: statement.id } })
  const newest = releases.data?.[0]
  const before = useRead(
    seeRelease,
    { params: { release: newest?.id ?? '' } },
    { enabled: newest !== undefined },
  )
  const error = releases.error ?? before.error
  if (error) return <Problem refused={error} onRetry={() => void releases.refetch()} />
  if (!releases.data || (newest && !before.data)) return <Loading />
  return <FreezeSteps statement={statement} newest={newest} before={before.data?.text ?? null} />
}
