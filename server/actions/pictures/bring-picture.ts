/** Brings a picture along from one statement to another, for whoever may see it where it stands. [DRAFT6] */
import type { ResultOf } from '#shared/api/endpoint.ts'
import type { bringPicture as endpoint } from '#shared/api/pictures.ts'
import { Refusal } from '#shared/refusals.ts'
import type { Context } from '../../context.ts'
import { findPicture } from '../../store/pictures.ts'
import type { Call } from '../call.ts'
import { insertWithinBounds } from './keep-picture.ts'
import { seePicture } from './see-picture.ts'

/** One that is not there and one that the person may not see are refused alike, after the same look. [SIGN5] */
export async function bringPicture(
  context: Context,
  { actor, body: { asset }, params }: Call<typeof endpoint>,
): Promise<ResultOf<typeof endpoint>> {
  const seen = await seePicture(context, asset, async () => actor)
  const picture = seen && (await findPicture(context.database.queries, asset))
  if (!picture) throw new Refusal('not-found')
  return insertWithinBounds(context, params.statement, picture)
}
