/** What a signing link asks, and the signer's acts; the text on the screen changes only when it must. [SIGN1] [SIGN6] */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '#client/api/call.ts'
import { Refused } from '#client/api/refused.ts'
import type { ResultOf, SentBodyOf } from '#shared/api/endpoint.ts'
import {
  changeVisibility,
  declineToSign,
  lookAtSigning,
  openSigning,
  signRelease,
  withdrawSignature,
} from '#shared/api/signatures.ts'

export type Look = ResultOf<typeof lookAtSigning>

export type Signing = ReturnType<typeof useSigning>

export function useSigning(token: string) {
  const look = useQuery<Look, Refused>({
    queryKey: [lookAtSigning.name, token],
    queryFn: ({ signal }) => {
      if (!token) throw new Refused('link-unknown')
      return call(lookAtSigning, { bearer: token, signal })
    },
    // Nobody signs another text than the one read: while it is read, it stays.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
    refetchOnWindowFocus: ({ state }) => (hasAnswered(state.data) ? 'always' : false),
  })
  /** After an act, also a refused one, the screen shows how things stand. */
  const after = { onSettled: () => look.refetch() }
  useOpened(token, look.data)
  return {
    look,
    signing: useMutation<object, Refused, SentBodyOf<typeof signRelease>>({
      mutationFn: (body) => call(signRelease, { bearer: token, body }),
      ...after,
    }),
    declining: useMutation<object, Refused, void>({
      mutationFn: () => call(declineToSign, { bearer: token }),
      ...after,
    }),
    withdrawing: useMutation<object, Refused, SentBodyOf<typeof withdrawSignature>>({
      mutationFn: (body) => call(withdrawSignature, { bearer: token, body }),
      ...after,
    }),
    showing: useMutation<object, Refused, SentBodyOf<typeof changeVisibility>>({
      mutationFn: (body) => call(changeVisibility, { bearer: token, body }),
      ...after,
    }),
  }
}

/** Whether the text before the reader is signed; then news of it do no harm. */
export const hasAnswered = (look: Look | undefined): boolean =>
  look?.state === 'signed' || look?.state === 'admitted'

/** Tells once that a person has the text before them. It signs nothing, and nothing waits for it. */
function useOpened(token: string, look: Look | undefined) {
  const release = look?.release?.id
  const unread = look?.open && (look.state === 'invited' || look.state === 'needs-re-confirmation')
  useEffect(() => {
    if (!release || !unread) return
    const tell = () => {
      if (document.visibilityState !== 'visible') return
      document.removeEventListener('visibilitychange', tell)
      void call(openSigning, { bearer: token }).catch(() => undefined)
    }
    document.addEventListener('visibilitychange', tell)
    tell()
    return () => document.removeEventListener('visibilitychange', tell)
  }, [release, unread, token])
}
