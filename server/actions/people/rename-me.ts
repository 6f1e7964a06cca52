/** Changes the name that others see of me; open texts show it at once. */
import type { ResultOf } from '#shared/api/endpoint.ts'
import type { renameMe as endpoint } from '#shared/api/people.ts'
import type { Context } from '../../context.ts'
import { renamePerson } from '../../store/people.ts'
import type { Call } from '../call.ts'

export async function renameMe(
  context: Context,
  { actor, body }: Call<typeof endpoint>,
): Promise<ResultOf<typeof endpoint>> {
  await renamePerson(context.database.queries, actor.id, body.name)
  return { id: actor.id, name: body.name }
}
