/** Whoever changes a draft by a call, as the draft's room asks: once more when rights change before the disk has it. */

import { Refusal } from '#shared/refusals.ts'
import type { Act, Place } from '#shared/roles.ts'
import type { Context } from '../../context.ts'
import { type Editor, type PersonActor, requireRole } from '../../domain/access.ts'
import { accessChangesOf, grantsOf } from '../../store/people.ts'

/** The caller was allowed this act at this place. [REV1] [SAFE3] */
export function editorOf(context: Context, actor: PersonActor, act: Act, place: Place): Editor {
  const { queries } = context.database
  return {
    id: actor.id,
    accessChanges: actor.accessChanges,
    async askAgain() {
      // The count first: what changes after it was read is asked for once more.
      const changes = await accessChangesOf(queries, actor.session, context.clock.now())
      if (changes === undefined) throw new Refusal('signed-out')
      requireRole({ ...actor, grants: await grantsOf(queries, actor.id) }, act, place)
      return changes
    },
  }
}
