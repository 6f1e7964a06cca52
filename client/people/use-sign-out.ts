/** Ends my session on this device, or all of mine, and forgets what was read under it and kept here. */
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useChange } from '#client/api/queries.ts'
import type { Refused } from '#client/api/refused.ts'
import { forgetAll } from '#client/sync/device.ts'
import { signOut } from '#shared/api/people.ts'
import { screenPath } from '#shared/paths.ts'

export function useSignOut(): {
  signOut: (everywhere: boolean) => Promise<void>
  isPending: boolean
  error: Refused | null
} {
  const client = useQueryClient()
  const [, go] = useLocation()
  const { mutateAsync, isPending, error } = useChange(signOut)
  return {
    isPending,
    error,
    async signOut(everywhere) {
      await mutateAsync({ body: { everywhere } })
      await forgetAll().catch(() => undefined)
      client.clear()
      go(screenPath('home'))
    },
  }
}
