/** Somebody's browser, as far as the API sees it: it keeps cookies and names its origin. */
import type { Endpoint, ParamsOf, ResultOf, SentBodyOf, SentQueryOf } from '#shared/api/endpoint.ts'
import type { RefusalCode, RefusalDetails } from '#shared/refusals.ts'

type Sent<E extends Endpoint> = {
  params?: ParamsOf<E>
  query?: SentQueryOf<E>
  body?: SentBodyOf<E>
  bearer?: string
  headers?: Record<string, string>
}

/** What the server refused. */
export class ApiRefusal extends Error {
  readonly code: RefusalCode
  readonly status: number
  readonly details: RefusalDetails

  constructor(code: RefusalCode, status: number, details: RefusalDetails) {
    super(`${status} ${code} ${JSON.stringify(details)}`)
    this.code = code
    this.status = status
    this.details = details
  }
}

export class Browser {
  readonly origin: string
  cookie = ''

  constructor(origin: string) {
    this.origin = origin
  }

  /** Calls an endpoint. Throws `ApiRefusal` when it is refused. */
  async call<E extends Endpoint>(endpoint: E, sent: Sent<E> = {}): Promise<ResultOf<E>> {
    const response = await this.send(endpoint, sent)
    const said = await response.json()
    if (!response.ok) throw new ApiRefusal(said.refusal, response.status, said.details)
    return said as ResultOf<E>
  }

  /** The code with which a call is refused; `done` when it is not. */
  async refusal<E extends Endpoint>(
    endpoint: E,
    sent: Sent<E> = {},
  ): Promise<RefusalCode | 'done'> {
    const response = await this.send(endpoint, sent)
    const said = await response.json()
    return response.ok ? 'done' : said.refusal
  }

  async send<E extends Endpoint>(endpoint: E, sent: Sent<E> = {}): Promise<Response> {
    const { params = {}, query = {}, body, bearer, headers } = sent
    const path = endpoint.path.replace(/:(\w+)/g, (_, name) => (params as never)[name] ?? 'missing')
    const search = new URLSearchParams(query as Record<string, string>).toString()
    return this.fetch(search ? `${path}?${search}` : path, {
      method: endpoint.method,
      headers: {
        ...(body !== undefined && {
          'Content-Type': endpoint.file?.type ?? 'application/json',
        }),
        ...(bearer && { Authorization: `Bearer ${bearer}` }),
        ...headers,
      },
      ...(body !== undefined && {
        body: endpoint.file ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body),
      }),
    })
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(this.origin + path, {
      redirect: 'manual',
      ...init,
      headers: {
        Origin: this.origin,
        ...(this.cookie && { Cookie: this.cookie }),
        ...(init.headers as Record<string, string>),
      },
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      this.cookie = pair.endsWith('=') ? '' : pair
    }
    return response
  }
}

/** The token that stands behind the `#` of a link. */
export const tokenOf = (link: string): string => link.slice(link.indexOf('#') + 1)
