/** Forgets pictures that were sent and stand in no text, no history and no release. [SAFE8] */
import type { Context } from '../../context.ts'
import { wordsInLog } from '../../store/log-entries.ts'
import { dropPictures, looseAssets } from '../../store/pictures.ts'

/** Somebody may be offline with a text that names one, so a picture has this long, in milliseconds. */
const grace = 36 * 3_600_000

/** An asset's digits lie in an update as they are. */
export async function forgetPictures({ clock, database }: Context): Promise<void> {
  const before = new Date(clock.now().getTime() - grace)
  const { queries, pool } = database
  for (const [statement, assets] of await looseAssets(queries, before)) {
    const named = await wordsInLog(pool, statement, assets)
    const unused = assets.filter((asset) => !named.has(asset))
    if (unused.length > 0) await dropPictures(queries, statement, unused, before)
  }
}
