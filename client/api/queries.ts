/** Reading from the API and changing through it, with what was read kept until something changes it. */
import {
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { Endpoint, ResultOf } from '#shared/api/endpoint.ts'
import { call, type Sent } from './call.ts'
import { mayReadAgain } from './hold-still.ts'
import { Refused } from './refused.ts'

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // Without a network a call is tried, and told to have failed, rather than held back in silence.
        networkMode: 'always',
        staleTime: 5_000,
        refetchOnWindowFocus: mayReadAgain,
        refetchOnReconnect: mayReadAgain,
        retry: (count, fault) =>
          count < 2 && fault instanceof Refused && fault.code === 'unreachable',
      },
      mutations: { networkMode: 'always' },
    },
  })

const keyOf = (
  endpoint: Endpoint,
  sent: { params?: object | undefined; query?: object | undefined; bearer?: string | undefined },
) => [endpoint.name, sent.params ?? {}, sent.query ?? {}, sent.bearer ?? '']

/** What an endpoint gives. `every` asks again after so many milliseconds. */
export function useRead<E extends Endpoint>(
  endpoint: E,
  sent: Sent<E>,
  { every, enabled = true }: { every?: number; enabled?: boolean } = {},
): UseQueryResult<ResultOf<E>, Refused> {
  return useQuery<ResultOf<E>, Refused>({
    queryKey: keyOf(endpoint, sent),
    queryFn: ({ signal }) => call(endpoint, { ...sent, signal }),
    enabled,
    ...(every && { refetchInterval: every }),
  })
}

/** Asks for what `useRead` will show soon. */
export function readAhead<E extends Endpoint>(
  client: QueryClient,
  endpoint: E,
  sent: Sent<E>,
): void {
  void client.prefetchQuery({
    queryKey: keyOf(endpoint, sent),
    queryFn: ({ signal }) => call(endpoint, { ...sent, signal }),
  })
}

/** A change through an endpoint. Whatever was read before is read again once it has succeeded. */
export function useChange<E extends Endpoint>(
  endpoint: E,
): UseMutationResult<ResultOf<E>, Refused, Sent<E>> {
  const client = useQueryClient()
  return useMutation<ResultOf<E>, Refused, Sent<E>>({
    mutationFn: (sent) => call(endpoint, sent),
    onSuccess: () => client.invalidateQueries({ predicate: ({ meta }) => !meta?.look }),
  })
}

/** Looks at what a link leads to. It is a POST, so that the token is in no address, but it changes nothing. */
export function useLook<E extends Endpoint>(
  endpoint: E,
  sent: Sent<E>,
): UseQueryResult<ResultOf<E>, Refused> {
  return useQuery<ResultOf<E>, Refused>({
    queryKey: [endpoint.name, sent.body],
    queryFn: ({ signal }) => call(endpoint, { ...sent, signal }),
    meta: { look: true },
    // Using the link up must not turn what is on the screen into a refusal.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: false,
  })
}
