/** Finds the statement that a screen is about, by its address, and puts the statement's header above it. */
import type { ReactNode } from 'react'
import { useParams } from 'wouter'
import { type Me, useMe } from '#client/api/me.ts'
import { useRead } from '#client/api/queries.ts'
import { StatementFrame, type StatementTab } from '#client/statements/StatementFrame.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { Main } from '#client/ui/Main.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { seeStatement } from '#shared/api/statements.ts'
import type { Statement } from '#shared/statements.ts'
import styles from './StatementRoom.module.css'

export type Room = {
  me: Me
  statement: Statement
  /** Where the reader's roles on this statement are looked up. */
  place: { coalition: string; statement: string }
}

export function StatementRoom({
  current,
  children,
}: {
  current: StatementTab
  children: (room: Room) => ReactNode
}) {
  const me = useMe()
  const { statement: id = '' } = useParams<{ statement: string }>()
  const { data: statement, error, refetch } = useRead(seeStatement, { params: { statement: id } })
  if (error && !statement) {
    return (
      <Main className={styles.problem}>
        <Problem refused={error} onRetry={() => void refetch()} />
      </Main>
    )
  }
  if (!me || !statement) return <Loading />
  return (
    <>
      <StatementFrame me={me} statement={statement} current={current} />
      {children({ me, statement, place: { coalition: statement.coalition, statement: id } })}
    </>
  )
}
