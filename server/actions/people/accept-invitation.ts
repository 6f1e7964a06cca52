/** Using an invitation: somebody new comes in under a name, somebody known takes the role it gives. */
import { randomUUID } from 'node:crypto'
import type { ResultOf } from '#shared/api/endpoint.ts'
import type { acceptInvitation as endpoint, lookAtInvitation as look } from '#shared/api/people.ts'
import { Refusal } from '#shared/refusals.ts'
import { higherRole, type Role } from '#shared/roles.ts'
import type { Context } from '../../context.ts'
import { requireWorking } from '../../domain/links.ts'
import { findCoalition } from '../../store/coalitions.ts'
import type { Queries } from '../../store/database.ts'
import {
  findInvitation,
  grantsOf,
  insertPerson,
  setRole,
  useInvitation,
} from '../../store/people.ts'
import { findStatement } from '../../store/statements.ts'
import { hashOf } from '../../tokens.ts'
import type { Call } from '../call.ts'
import { startSession } from './start-session.ts'

export async function lookAtInvitation(
  context: Context,
  { body }: Call<typeof look>,
): Promise<ResultOf<typeof look>> {
  const { queries } = context.database
  const found = await findInvitation(queries, hashOf(body.token))
  const link = requireWorking(found, context.clock.now())
  const coalition = await findCoalition(queries, link.coalitionId)
  const statement = link.statementId ? await findStatement(queries, link.statementId) : undefined
  return {
    coalition: coalition?.names ?? {},
    role: link.role,
    statement: statement ? withoutGaps(statement.titles) : null,
  }
}

export async function acceptInvitation(
  context: Context,
  { actor, body, session }: Call<typeof endpoint>,
): Promise<ResultOf<typeof endpoint>> {
  const now = context.clock.now()
  const known = actor.kind === 'person' ? actor : null
  const { link, person, started } = await context.database.transaction(async (queries) => {
    const link = requireWorking(await findInvitation(queries, hashOf(body.token), true), now)
    await useInvitation(queries, link.id, now)
    const person = known?.id ?? (await bringIn(queries, body.name, now))
    await setRole(queries, {
      coalitionId: link.coalitionId,
      personId: person,
      statementId: link.statementId,
      role: await notLower(queries, person, link),
    })
    return { link, person, started: known ? null : await startSession(queries, person, now) }
  })
  if (started) session.start(started.token, started.expiresAt)
  else context.accessChanged(person)
  return { coalition: link.coalitionId, statement: link.statementId }
}

async function bringIn(queries: Queries, name: string | undefined, now: Date): Promise<string> {
  if (name === undefined) throw new Refusal('invalid-input', { field: 'name', rule: 'form.empty' })
  const id = randomUUID()
  await insertPerson(queries, { id, name, createdAt: now })
  return id
}

/** An invitation never takes away what somebody already holds at the same place. */
async function notLower(
  queries: Queries,
  person: string,
  link: { coalitionId: string; statementId: string | null; role: Role },
): Promise<Role> {
  const grants = await grantsOf(queries, person)
  const held = grants.find(
    (grant) => grant.coalition === link.coalitionId && grant.statement === link.statementId,
  )
  return held ? higherRole(held.role, link.role) : link.role
}

const withoutGaps = <Text extends object>(text: Text) =>
  Object.fromEntries(Object.entries(text).filter(([, words]) => words)) as Record<string, string>
