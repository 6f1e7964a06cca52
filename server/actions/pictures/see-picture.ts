/** Who may see a picture: everybody once it is published, before that whoever may see the text it stands in. */
import { mayI } from '#shared/roles.ts'
import type { Context } from '../../context.ts'
import type { PersonActor, SignerActor } from '../../domain/access.ts'
import { findPicture, holdersOf, isInRelease, isPublished } from '../../store/pictures.ts'
import { findPlace } from '../../store/places.ts'
import { newestRelease } from '../../store/releases.ts'

export type SeenPicture = { type: string; bytes: Uint8Array; published: boolean }

/** Null when there is none, or none for this person: the two look alike. [SIGN5] */
export async function seePicture(
  context: Context,
  asset: string,
  findReader: () => Promise<PersonActor | SignerActor | null>,
): Promise<SeenPicture | null> {
  const { queries } = context.database
  const published = await isPublished(queries, asset)
  if (!published) {
    const reader = await findReader()
    if (!reader || !(await mayRead(context, asset, reader))) return null
  }
  const found = await findPicture(queries, asset)
  return found ? { type: found.type, bytes: found.bytes, published } : null
}

async function mayRead(context: Context, asset: string, reader: PersonActor | SignerActor) {
  const { queries } = context.database
  if (reader.kind === 'signer') {
    const newest = await newestRelease(queries, reader.statement)
    return newest !== undefined && isInRelease(queries, asset, newest.id)
  }
  for (const { statementId } of await holdersOf(queries, asset)) {
    const place = await findPlace(queries, 'statement', statementId)
    if (place && mayI(reader.grants, 'draft.read', place)) return true
  }
  return false
}
