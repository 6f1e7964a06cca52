/** Who takes part in a coalition: the list, another role, and the end of all roles. */
import type { ResultOf } from '#shared/api/endpoint.ts'
import type * as api from '#shared/api/people.ts'
import type { Participant } from '#shared/people.ts'
import { Refusal } from '#shared/refusals.ts'
import type { Context } from '../../context.ts'
import type { Queries } from '../../store/database.ts'
import {
  grantsOf,
  lockHolders,
  openInvitations,
  participantsOf,
  removeRoles,
  setRole,
} from '../../store/people.ts'
import type { Call } from '../call.ts'

export async function listPeople(
  context: Context,
  { params }: Call<typeof api.listPeople>,
): Promise<ResultOf<typeof api.listPeople>> {
  const { queries } = context.database
  const rows = await participantsOf(queries, params.coalition)
  const people = new Map<string, Participant>()
  for (const { id, name, role, statementId, symbol } of rows) {
    const person = people.get(id) ?? { id, name, role: null, statements: [] }
    if (statementId === null) person.role = role
    else person.statements.push({ id: statementId, symbol: symbol ?? '', role })
    people.set(id, person)
  }
  const invitations = await openInvitations(queries, params.coalition, context.clock.now())
  return {
    people: [...people.values()],
    invitations: invitations.map(({ statementId, symbol, createdAt, expiresAt, ...rest }) => ({
      ...rest,
      statement: statementId === null ? null : { id: statementId, symbol: symbol ?? '' },
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  }
}

export async function changeRole(
  context: Context,
  { body, params }: Call<typeof api.changeRole>,
): Promise<ResultOf<typeof api.changeRole>> {
  await context.database.transaction(async (queries) => {
    await requireParticipant(queries, params)
    if (body.role !== 'co-ordinator') await keepOneCoordinator(queries, params)
    await setRole(queries, {
      coalitionId: params.coalition,
      personId: params.person,
      statementId: null,
      role: body.role,
    })
  })
  context.accessChanged(params.person)
  return {}
}

export async function removePerson(
  context: Context,
  { params }: Call<typeof api.removePerson>,
): Promise<ResultOf<typeof api.removePerson>> {
  await context.database.transaction(async (queries) => {
    await requireParticipant(queries, params)
    await keepOneCoordinator(queries, params)
    await removeRoles(queries, params.coalition, params.person)
  })
  context.accessChanged(params.person)
  return {}
}

type Where = { coalition: string; person: string }

async function requireParticipant(queries: Queries, { coalition, person }: Where) {
  const grants = await grantsOf(queries, person)
  if (!grants.some((grant) => grant.coalition === coalition)) throw new Refusal('not-found')
}

async function keepOneCoordinator(queries: Queries, { coalition, person }: Where) {
  const holders = await lockHolders(queries, coalition, 'co-ordinator')
  const others = holders.filter(({ personId }) => personId !== person)
  if (others.length === 0) throw new Refusal('last-co-ordinator')
}
