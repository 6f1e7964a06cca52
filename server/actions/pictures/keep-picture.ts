/** Keeps a picture for a statement: drawn anew, named by its bytes, within what a statement may hold. [DRAFT6] */
import type { ResultOf } from '#shared/api/endpoint.ts'
import type { keepPicture as endpoint } from '#shared/api/pictures.ts'
import { type KeptPicture, mostPictureBytesOfStatement, mostPictures } from '#shared/pictures.ts'
import { Refusal } from '#shared/refusals.ts'
import { fingerprintOfBytes } from '#shared/text/fingerprint.ts'
import type { Context } from '../../context.ts'
import { insertPicture, picturesBeside } from '../../store/pictures.ts'
import { lockStatement } from '../../store/statements.ts'
import type { Call } from '../call.ts'

/**
 * `bytes` are those of a file from outside, in any format that we read. Throws the refusals
 * `not-a-picture` and `too-many-pictures`. What nothing ever names goes after a day.
 */
export async function keepPicture(
  context: Pick<Context, 'clock' | 'database' | 'redrawPicture'>,
  statement: string,
  bytes: Uint8Array,
): Promise<KeptPicture> {
  const redrawn = await context.redrawPicture(bytes)
  const asset = fingerprintOfBytes(redrawn.bytes)
  return insertWithinBounds(context, statement, { asset, ...redrawn })
}

type Redrawn = Awaited<ReturnType<Context['redrawPicture']>>

/** Throws `too-many-pictures` where the statement has no room for it. */
export async function insertWithinBounds(
  { clock, database }: Pick<Context, 'clock' | 'database'>,
  statement: string,
  picture: Redrawn & { asset: string },
): Promise<KeptPicture> {
  const { asset, type, bytes, width, height } = picture
  await database.transaction(async (queries) => {
    if (!(await lockStatement(queries, statement))) throw new Refusal('not-found')
    const others = await picturesBeside(queries, statement, asset)
    const full = others.bytes + bytes.length > mostPictureBytesOfStatement
    if (full || others.count >= mostPictures) throw new Refusal('too-many-pictures')
    const size = { width, height }
    const row = { statementId: statement, asset, type, bytes, ...size, keptAt: clock.now() }
    await insertPicture(queries, row)
  })
  return { asset, width, height }
}

export const keepPictureOf = (
  context: Context,
  { body, params }: Call<typeof endpoint>,
): Promise<ResultOf<typeof endpoint>> => keepPicture(context, params.statement, body)
