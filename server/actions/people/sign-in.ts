/** Coming back: sign-in links for another device or after a lost one, and the end of sessions. */
import { randomUUID } from 'node:crypto'
import type { ResultOf } from '#shared/api/endpoint.ts'
import type * as api from '#shared/api/people.ts'
import { linkLife } from '#shared/people.ts'
import { Refusal } from '#shared/refusals.ts'
import type { Context } from '../../context.ts'
import { endOf, requireWorking } from '../../domain/links.ts'
import type { Queries } from '../../store/database.ts'
import {
  endSession,
  endSessionsOf,
  findPerson,
  findSignInLink,
  grantsOf,
  insertSignInLink,
  revokeSignInLinks,
  useSignInLink,
} from '../../store/people.ts'
import { hashOf, newToken } from '../../tokens.ts'
import type { Call } from '../call.ts'
import { startSession } from './start-session.ts'

export const makeMySignInLink = (
  context: Context,
  { actor }: Call<typeof api.makeMySignInLink>,
): Promise<ResultOf<typeof api.makeMySignInLink>> =>
  makeLinkFor(context, context.database.queries, actor.id)

/**
 * For somebody who lost a device: what was open there ends, and older links stop working. Only for a
 * person whose roles all lie in this coalition: its co-ordinators may not let anyone into another.
 */
export async function makeSignInLink(
  context: Context,
  { params }: Call<typeof api.makeSignInLink>,
): Promise<ResultOf<typeof api.makeSignInLink>> {
  const link = await context.database.transaction(async (queries) => {
    const grants = await grantsOf(queries, params.person)
    if (!grants.some(({ coalition }) => coalition === params.coalition)) {
      throw new Refusal('not-found')
    }
    if (grants.some(({ coalition }) => coalition !== params.coalition)) {
      throw new Refusal('takes-part-elsewhere')
    }
    await endSessionsOf(queries, params.person)
    await revokeSignInLinks(queries, params.person, context.clock.now())
    return makeLinkFor(context, queries, params.person)
  })
  context.accessChanged(params.person)
  return link
}

export async function lookAtSignIn(
  context: Context,
  { body }: Call<typeof api.lookAtSignIn>,
): Promise<ResultOf<typeof api.lookAtSignIn>> {
  const { queries } = context.database
  const found = await findSignInLink(queries, hashOf(body.token))
  const link = requireWorking(found, context.clock.now())
  const person = await findPerson(queries, link.personId)
  return { name: person?.name ?? '' }
}

export async function signIn(
  context: Context,
  { body, session }: Call<typeof api.signIn>,
): Promise<ResultOf<typeof api.signIn>> {
  const now = context.clock.now()
  const { id, started } = await context.database.transaction(async (queries) => {
    const link = requireWorking(await findSignInLink(queries, hashOf(body.token), true), now)
    await useSignInLink(queries, link.id, now)
    return { id: link.personId, started: await startSession(queries, link.personId, now) }
  })
  session.start(started.token, started.expiresAt)
  const person = await findPerson(context.database.queries, id)
  return { id, name: person?.name ?? '' }
}

export async function signOut(
  context: Context,
  { actor, body, session }: Call<typeof api.signOut>,
): Promise<ResultOf<typeof api.signOut>> {
  const { queries } = context.database
  await (body.everywhere ? endSessionsOf(queries, actor.id) : endSession(queries, actor.session))
  context.accessChanged(actor.id)
  session.end()
  return {}
}

/** Makes a sign-in link for a person; it works once, within a day. */
export async function makeLinkFor(
  context: Pick<Context, 'clock' | 'publicUrl'>,
  queries: Queries,
  personId: string,
) {
  const { token, hash } = newToken()
  const expiresAt = endOf(linkLife.signIn, context.clock.now())
  await insertSignInLink(queries, { id: randomUUID(), personId, tokenHash: hash, expiresAt })
  return { link: `${context.publicUrl}/sign-in#${token}`, expiresAt: expiresAt.toISOString() }
}
