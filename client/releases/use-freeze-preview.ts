/** The text as it would be frozen: looked at once, and again only when that is asked for. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '#client/api/call.ts'
import type { Refused } from '#client/api/refused.ts'
import { previewFreeze } from '#shared/api/releases.ts'
import type { FreezePreview } from '#shared/releases.ts'
import type { Statement } from '#shared/statements.ts'
import { everyLanguage } from './freeze-choices.ts'

/** While somebody reads, the draft goes on changing; what is on the screen does not. */
export function useFreezePreview({ id, languages }: Statement) {
  const { data, error, isFetching, refetch, dataUpdatedAt } = useQuery<FreezePreview, Refused>({
    queryKey: [previewFreeze.name, id],
    queryFn: ({ signal }) =>
      call(previewFreeze, { params: { statement: id }, body: everyLanguage(languages), signal }),
    enabled: false,
    gcTime: 0,
  })
  useEffect(() => {
    void refetch()
  }, [refetch])
  return {
    preview: data,
    refused: error,
    looking: isFetching,
    lookedAt: new Date(dataUpdatedAt).toISOString(),
    lookAgain: () => void refetch(),
  }
}
