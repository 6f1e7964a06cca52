/** Forgets pictures that were sent and stand in no text, no history and no release. [SAFE8] */
import type { Context } from '../../context.ts'
import { dropUnusedPictures } from '../../store/pictures.ts'

/** Somebody may be offline with a text that names one, so a picture has this long, in milliseconds. */
const grace = 36 * 3_600_000

export const forgetPictures = ({ clock, database }: Context): Promise<void> =>
  dropUnusedPictures(database.queries, new Date(clock.now().getTime() - grace))
