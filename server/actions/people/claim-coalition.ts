/** The first way in: the link that the console printed founds a coalition and makes its first co-ordinator. */
import { randomUUID } from 'node:crypto'
import type { ResultOf } from '#shared/api/endpoint.ts'
import type { claimCoalition as endpoint, lookAtClaim as look } from '#shared/api/people.ts'
import { linkLife } from '#shared/people.ts'
import type { Context } from '../../context.ts'
import { endOf, requireWorking } from '../../domain/links.ts'
import { anyCoalition, insertCoalition } from '../../store/coalitions.ts'
import {
  dropUnusedClaims,
  findClaim,
  insertClaim,
  insertPerson,
  setRole,
  useClaim,
} from '../../store/people.ts'
import { hashOf, newToken } from '../../tokens.ts'
import type { Call } from '../call.ts'
import { startSession } from './start-session.ts'

/** Makes a founding link. Older ones that nobody used stop working. Returns its address. */
export async function makeClaimLink(
  context: Pick<Context, 'clock' | 'database' | 'publicUrl'>,
): Promise<string> {
  const { token, hash } = newToken()
  const now = context.clock.now()
  await context.database.transaction(async (queries) => {
    await dropUnusedClaims(queries)
    await insertClaim(queries, {
      id: randomUUID(),
      tokenHash: hash,
      expiresAt: endOf(linkLife.claim, now),
    })
  })
  return `${context.publicUrl}/start#${token}`
}

/** The founding link to print when nobody has founded a coalition yet, else null. */
export const firstClaimLink = async (context: Context): Promise<string | null> =>
  (await anyCoalition(context.database.queries)) ? null : makeClaimLink(context)

export async function lookAtClaim(
  context: Context,
  { body }: Call<typeof look>,
): Promise<ResultOf<typeof look>> {
  const found = await findClaim(context.database.queries, hashOf(body.token))
  requireWorking(found, context.clock.now())
  return {}
}

export async function claimCoalition(
  context: Context,
  { body, session }: Call<typeof endpoint>,
): Promise<ResultOf<typeof endpoint>> {
  const now = context.clock.now()
  const [coalition, person] = [randomUUID(), randomUUID()]
  const started = await context.database.transaction(async (queries) => {
    const link = requireWorking(await findClaim(queries, hashOf(body.token), true), now)
    await useClaim(queries, link.id, now)
    await insertCoalition(queries, { id: coalition, ...body.coalition, createdAt: now })
    await insertPerson(queries, { id: person, name: body.name, createdAt: now })
    await setRole(queries, {
      coalitionId: coalition,
      personId: person,
      statementId: null,
      role: 'co-ordinator',
    })
    return startSession(queries, person, now)
  })
  session.start(started.token, started.expiresAt)
  return { coalition }
}
