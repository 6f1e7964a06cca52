/** Finds the coalition that a screen belongs to, by its address, and puts the shell around it. */
import { type ReactNode, useEffect } from 'react'
import { useParams } from 'wouter'
import { type Me, useMe } from '#client/api/me.ts'
import { useRead } from '#client/api/queries.ts'
import { seeStatement } from '#shared/api/statements.ts'
import { Shell } from './Shell.tsx'

export function InCoalition({ children }: { children: ReactNode }) {
  const me = useMe()
  return me ? <Found me={me}>{children}</Found> : null
}

function Found({ me, children }: { me: Me; children: ReactNode }) {
  const params = useParams<{ coalition?: string; statement?: string }>()
  const statement = params.statement ?? ''
  const { data } = useRead(seeStatement, { params: { statement } }, { enabled: statement !== '' })
  const id = params.coalition ?? data?.coalition ?? me.coalitions[0]?.id
  // In braces: newer browsers return a promise, which is no way to end an effect.
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [])
  return (
    <Shell me={me} coalition={me.coalitions.find((coalition) => coalition.id === id)}>
      {children}
    </Shell>
  )
}
