/** A coalition's names and languages: seen, and changed. */
import type * as api from '#shared/api/coalitions.ts'
import type { ResultOf } from '#shared/api/endpoint.ts'
import { Refusal } from '#shared/refusals.ts'
import type { Context } from '../../context.ts'
import { findCoalition, updateCoalition } from '../../store/coalitions.ts'
import type { Call } from '../call.ts'

export async function seeCoalition(
  context: Context,
  { params }: Call<typeof api.seeCoalition>,
): Promise<ResultOf<typeof api.seeCoalition>> {
  const coalition = await findCoalition(context.database.queries, params.coalition)
  if (!coalition) throw new Refusal('not-found')
  return coalition
}

export async function changeCoalition(
  context: Context,
  { body, params }: Call<typeof api.changeCoalition>,
): Promise<ResultOf<typeof api.changeCoalition>> {
  await updateCoalition(context.database.queries, params.coalition, body)
  return { id: params.coalition, ...body }
}
