/** Calls the API: one function, typed by the endpoint it is given. */
import type { Endpoint, ParamsOf, ResultOf, SentBodyOf, SentQueryOf } from '#shared/api/endpoint.ts'
import { Refused } from './refused.ts'

type Needed<Name extends string, Value> = keyof Value extends never
  ? { [name in Name]?: undefined }
  : { [name in Name]: Value }

/** What a call of this endpoint carries. */
export type Sent<E extends Endpoint> = Needed<'params', ParamsOf<E>> &
  Needed<'query', SentQueryOf<E>> &
  (SentBodyOf<E> extends undefined ? { body?: undefined } : { body: SentBodyOf<E> }) & {
    /** The token of a signing link, for its endpoints. */
    bearer?: string
    signal?: AbortSignal
  }

/** Throws `Refused` with the code that the server gave, or `unreachable` when there was no answer. */
export async function call<E extends Endpoint>(endpoint: E, sent: Sent<E>): Promise<ResultOf<E>> {
  const response = await fetch(addressOf(endpoint, sent), {
    method: endpoint.method,
    headers: headersOf(endpoint, sent),
    credentials: 'same-origin',
    ...(sent.body !== undefined && {
      body: endpoint.file ? (sent.body as Blob) : JSON.stringify(sent.body),
    }),
    ...(sent.signal && { signal: sent.signal }),
  }).catch((fault) => {
    if (sent.signal?.aborted) throw fault
    throw new Refused('unreachable')
  })
  if (!response.ok) throw await refusedBy(response)
  return (await response.json()) as ResultOf<E>
}

export function addressOf(
  endpoint: Endpoint,
  sent: { params?: object | undefined; query?: object | undefined },
): string {
  const params = (sent.params ?? {}) as Record<string, string>
  const path = endpoint.path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(params[name] ?? ''))
  const query = new URLSearchParams((sent.query ?? {}) as Record<string, string>).toString()
  return query ? `${path}?${query}` : path
}

function headersOf(
  endpoint: Endpoint,
  { body, bearer }: { body?: unknown; bearer?: string | undefined },
): Record<string, string> {
  return {
    ...(body !== undefined && { 'Content-Type': endpoint.file?.type ?? 'application/json' }),
    ...(bearer && { Authorization: `Bearer ${bearer}` }),
  }
}

export async function refusedBy(response: Response): Promise<Refused> {
  const said = await response.json().catch(() => null)
  if (!said?.refusal) return new Refused('unreachable')
  return new Refused(said.refusal, said.details, said.request)
}
