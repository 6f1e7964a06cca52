/** One frozen text of a statement, as it was frozen. */
import { useParams } from 'wouter'
import { useRead } from '#client/api/queries.ts'
import { useWords } from '#client/i18n/words.ts'
import { FrozenRelease } from '#client/releases/FrozenRelease.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { Page } from '#client/ui/Page.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { seeRelease } from '#shared/api/releases.ts'
import { StatementRoom } from './StatementRoom.tsx'

export function ReleasePage() {
  return (
    <StatementRoom current="releases">
      {({ statement }) => <OneRelease slug={statement.slug} />}
    </StatementRoom>
  )
}

function OneRelease({ slug }: { slug: string }) {
  const say = useWords()
  const { release: id = '' } = useParams<{ release: string }>()
  const { data, error, refetch } = useRead(seeRelease, { params: { release: id } })
  if (data) return <FrozenRelease release={data} slug={slug} />
  return (
    <Page title={say('releases.title')}>
      {error ? <Problem refused={error} onRetry={() => void refetch()} /> : <Loading />}
    </Page>
  )
}
