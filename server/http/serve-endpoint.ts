/** Puts one endpoint behind its path: origin, limit, who asks, may they, input, action, result. */
import type { Hono, Context as HonoContext } from 'hono'
import * as v from 'valibot'
import { type Endpoint, fileResult, type ResultOf } from '#shared/api/endpoint.ts'
import { Refusal } from '#shared/refusals.ts'
import type { Place } from '#shared/roles.ts'
import type { Call, SessionKeeper } from '../actions/call.ts'
import { findActor, findSigner } from '../actions/people/find-actor.ts'
import type { Context } from '../context.ts'
import { type Actor, requirePerson, requireRole } from '../domain/access.ts'
import { findPlace } from '../store/places.ts'
import { readBody, readParams, readQuery } from './input.ts'
import type { Limits } from './limits.ts'
import type { sessionCookie } from './session-cookie.ts'

export type Route = {
  endpoint: Endpoint
  /** The action, with its exact types forgotten: `route` has held them together. */
  act(context: Context, call: never): Promise<unknown>
}

/** Binds an endpoint to its action. */
export const route = <const E extends Endpoint>(
  endpoint: E,
  act: (context: Context, call: Call<E>) => Promise<ResultOf<E>>,
): Route => ({ endpoint, act: act as Route['act'] })

export type Serving = {
  context: Context
  limits: Limits
  cookie: ReturnType<typeof sessionCookie>
}

export function serveEndpoint(app: Hono, { endpoint, act }: Route, serving: Serving): void {
  app.on(endpoint.method, endpoint.path, async (c) => {
    const { context, cookie } = serving
    if (endpoint.method !== 'GET') requireOrigin(c, context.publicUrl)
    const params = readParams(c)
    const { actor, place } = await decide(c, endpoint, params, serving)
    const isFile = endpoint.file || endpoint.result === fileResult
    if (isFile && actor.kind === 'person') await serving.limits.count('file', actor.id)
    const session: SessionKeeper = {
      start: (token, expiresAt) => cookie.write(c, token, expiresAt),
      end: () => cookie.clear(c),
    }
    const query = readQuery(c, endpoint)
    const body = await readBody(c, endpoint)
    const call = { actor, place, params, query, body, session }
    const result = await act(context, call as never)
    if (endpoint.result === fileResult) return answerFile(c, v.parse(fileResult, result))
    // The schema also leaves out whatever an action may have handed over beyond the contract.
    return c.json(v.parse(endpoint.result, result) as object)
  })
}

/** A file is kept, never shown: nothing in it may run as a page of ours. */
function answerFile(c: HonoContext, { name, type, bytes }: v.InferOutput<typeof fileResult>) {
  c.header('Content-Disposition', `attachment; filename="${name.replace(/[^\w.-]/g, '-')}"`)
  return c.body(bytes, 200, { 'Content-Type': type })
}

/** Browsers name the page that a request comes from; only our own may change anything. */
function requireOrigin(c: HonoContext, publicUrl: string) {
  if (c.req.header('origin') !== publicUrl) {
    throw new Refusal('wrong-origin', { address: publicUrl })
  }
}

/** The access decision of every endpoint. */
async function decide(
  c: HonoContext,
  { access }: Endpoint,
  params: Record<string, string>,
  { context, cookie, limits }: Serving,
): Promise<{ actor: Actor; place: Place | null }> {
  if (access.by === 'signer') {
    await limits.count('stranger', limits.addressOf(c))
    return { actor: await findSigner(context, bearerOf(c)), place: null }
  }
  const actor = await findActor(context, cookie.read(c))
  if (access.by === 'anyone') {
    if (actor.kind === 'stranger') await limits.count('stranger', limits.addressOf(c))
    return { actor, place: null }
  }
  if (access.by === 'person') return { actor: requirePerson(actor), place: null }
  requirePerson(actor)
  const place = await findPlace(context.database.queries, access.on, params[access.on] ?? '')
  return { actor: requireRole(actor, access.act, place), place }
}

/** Throws `link-unknown` when there is no token that could be one. */
export function bearerOf(c: HonoContext): string {
  const [, token] = c.req.header('authorization')?.match(/^Bearer ([\w-]{43})$/) ?? []
  if (!token) throw new Refusal('link-unknown')
  return token
}
