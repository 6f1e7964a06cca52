/** Locks a draft, so that nobody writes in it, and unlocks it. [SAFE3] [SAFE7] */
import type { ResultOf } from '#shared/api/endpoint.ts'
import type { lockDraft as endpoint } from '#shared/api/statements.ts'
import { Refusal } from '#shared/refusals.ts'
import type { Context } from '../../context.ts'
import { isDeadlock } from '../../store/database.ts'
import { findStatement, setLocked } from '../../store/statements.ts'
import type { Call } from '../call.ts'
import { describeStatement } from './list-statements.ts'

export async function lockDraft(
  context: Context,
  { body, params }: Call<typeof endpoint>,
): Promise<ResultOf<typeof endpoint>> {
  const id = params.statement
  const at = body.locked ? context.clock.now() : null
  const { queries } = context.database
  await untilNotCrossed(() => setLocked(queries, id, at))
  context.lockChanged(id)
  const row = await findStatement(queries, id)
  if (!row) throw new Refusal('not-found')
  return describeStatement(queries, row)
}

/** Everybody's row is held, in whatever order, while what they write holds some of them too. */
async function untilNotCrossed(act: () => PromiseLike<unknown>, tries = 5): Promise<void> {
  try {
    await act()
  } catch (fault) {
    if (tries === 1 || !isDeadlock(fault)) throw fault
    await untilNotCrossed(act, tries - 1)
  }
}
