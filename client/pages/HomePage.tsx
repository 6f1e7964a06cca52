/** The statements of my coalitions. */
import { Plus, Settings2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { type Me, useMe } from '#client/api/me.ts'
import { useRead } from '#client/api/queries.ts'
import { CoalitionDialog } from '#client/coalitions/CoalitionDialog.tsx'
import { useWords } from '#client/i18n/words.ts'
import { StatementList } from '#client/statements/StatementList.tsx'
import { Button, LinkButton } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { InLanguage } from '#client/ui/InLanguage.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { Page } from '#client/ui/Page.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { Section } from '#client/ui/Section.tsx'
import { listStatements } from '#shared/api/statements.ts'
import type { Coalition } from '#shared/coalitions.ts'
import { screenPath } from '#shared/paths.ts'

export function HomePage() {
  const say = useWords()
  const me = useMe()
  if (!me) return null
  const [first, ...others] = me.coalitions
  if (first && others.length === 0) {
    return (
      <Page title={say('app.statements')} actions={<Acts me={me} coalition={first} />}>
        <Statements me={me} coalition={first} />
      </Page>
    )
  }
  return (
    <Page title={say('app.statements')}>
      {!first && (
        <EmptyState title={say('statements.nowhere.title')}>
          {say('statements.nowhere.text')}
        </EmptyState>
      )}
      {me.coalitions.map((coalition) => (
        <Section
          key={coalition.id}
          title={<InLanguage text={coalition.names} />}
          lead={<Ways me={me} coalition={coalition} />}
          actions={<Acts me={me} coalition={coalition} />}
        >
          <Statements me={me} coalition={coalition} />
        </Section>
      ))}
    </Page>
  )
}

type In = { me: Me; coalition: Coalition }

function Statements({ me, coalition: { id } }: In) {
  const { data, error, refetch } = useRead(listStatements, { params: { coalition: id } })
  if (data) return <StatementList me={me} coalition={id} statements={data} />
  return error ? <Problem refused={error} onRetry={() => void refetch()} /> : <Loading />
}

function Acts({ me, coalition }: In) {
  const say = useWords()
  const [changing, setChanging] = useState(false)
  const place = { coalition: coalition.id }
  const { data } = useRead(listStatements, { params: place })
  return (
    <>
      {me.may('people.manage', place) && (
        <Button kind="quiet" icon={<Settings2 />} onClick={() => setChanging(true)}>
          {say('coalitions.change')}
        </Button>
      )}
      {/* Before there is a statement, the first steps hold this button. */}
      {me.may('statement.start', place) && data && data.length > 0 && (
        <LinkButton kind="main" icon={<Plus />} to={screenPath('newStatement', place)}>
          {say('statements.new')}
        </LinkButton>
      )}
      {changing && <CoalitionDialog coalition={coalition} onClose={() => setChanging(false)} />}
    </>
  )
}

/** With more than one coalition, the bar above leads to the first one's screens only. */
function Ways({ me, coalition }: In) {
  const say = useWords()
  const place = { coalition: coalition.id }
  const ways = [
    me.may('organisations.see', place) && (
      <Link key="organisations" href={screenPath('organisations', place)}>
        {say('app.organisations')}
      </Link>
    ),
    me.may('people.see', place) && (
      <Link key="people" href={screenPath('people', place)}>
        {say('app.people')}
      </Link>
    ),
  ].filter(Boolean)
  return ways.flatMap((way, at) => (at === 0 ? [way] : [' · ', way]))
}
