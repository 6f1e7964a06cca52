/** Forgets sessions and sign-in links that have ended. [SAFE8] */
import type { Context } from '../../context.ts'
import { dropExpired } from '../../store/people.ts'

export const forgetExpired = ({ clock, database }: Context): Promise<void> =>
  dropExpired(database.queries, clock.now())
