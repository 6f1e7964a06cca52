/** Tells a browser who is signed in, and what that person takes part in. */
import type { ResultOf } from '#shared/api/endpoint.ts'
import type { seeMe as endpoint } from '#shared/api/people.ts'
import type { Context } from '../../context.ts'
import { findCoalitions } from '../../store/coalitions.ts'
import type { Call } from '../call.ts'

export async function seeMe(
  context: Context,
  { actor }: Call<typeof endpoint>,
): Promise<ResultOf<typeof endpoint>> {
  if (actor.kind !== 'person') return { person: null, coalitions: [], grants: [] }
  const ids = actor.grants.map(({ coalition }) => coalition)
  const coalitions = await findCoalitions(context.database.queries, ids)
  return {
    person: { id: actor.id, name: actor.name },
    coalitions,
    grants: [...actor.grants],
  }
}
