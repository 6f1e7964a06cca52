/** Makes signing links, one organisation after the other; each is known to this screen alone. [SIGN6] */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#client/api/call.ts'
import { asRefused, type Refused } from '#client/api/refused.ts'
import { inviteToSign } from '#shared/api/signatures.ts'
import type { Organisation } from '#shared/organisations.ts'

export type MadeLink = { organisation: Organisation; link: string; expiresAt: string }

export function useLinks(statement: string) {
  const client = useQueryClient()
  const [made, setMade] = useState<MadeLink[]>([])
  const [left, setLeft] = useState<readonly Organisation[]>([])
  const [refused, setRefused] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)

  /** Stops at the first refusal; what was made stays, and `left` says whose links are missing. */
  async function make(organisations: readonly Organisation[]) {
    setBusy(true)
    setRefused(null)
    let at = 0
    try {
      for (; at < organisations.length; at++) {
        const organisation = organisations[at] as Organisation
        const { link, expiresAt } = await call(inviteToSign, {
          params: { statement },
          body: { organisation: organisation.id },
        })
        setMade((before) => [...before, { organisation, link, expiresAt }])
      }
    } catch (thrown) {
      setRefused(asRefused(thrown))
    }
    setLeft(organisations.slice(at))
    setBusy(false)
    await client.invalidateQueries()
  }

  return { made, left, refused, busy, make }
}
