/** The frozen texts of a statement, and the way to freeze and to publish one. */
import type { ReactNode } from 'react'
import { useRead } from '#client/api/queries.ts'
import { useWords } from '#client/i18n/words.ts'
import { ReleaseList } from '#client/releases/ReleaseList.tsx'
import { LinkButton } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { Page } from '#client/ui/Page.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { listReleases } from '#shared/api/releases.ts'
import { screenPath } from '#shared/paths.ts'
import { type Room, StatementRoom } from './StatementRoom.tsx'

export function ReleasesPage() {
  return <StatementRoom current="releases">{(room) => <Releases {...room} />}</StatementRoom>
}

function Releases({ me, statement, place }: Room) {
  const say = useWords()
  const { data, error, refetch } = useRead(listReleases, { params: { statement: statement.id } })
  const freeze = (label: ReactNode, kind?: 'main') =>
    me.may('release.freeze', place) && (
      <LinkButton {...(kind && { kind })} to={screenPath('freeze', { statement: statement.id })}>
        {label}
      </LinkButton>
    )
  return (
    <Page
      title={say('releases.title')}
      lead={say('releases.lead')}
      actions={data && data.length > 0 && freeze(say('releases.freeze-next'))}
    >
      {error && !data && <Problem refused={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && (
        <EmptyState
          title={say('releases.empty.title')}
          action={freeze(say('releases.freeze.title'), 'main')}
        >
          {say('releases.empty.text')}
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <ReleaseList
          statement={statement}
          releases={data}
          mayPublish={me.may('release.publish', place)}
        />
      )}
    </Page>
  )
}
