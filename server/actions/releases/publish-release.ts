/** Publishing the open candidate: from then on its permalink stands. [PUB1] */
import type { ResultOf } from '#shared/api/endpoint.ts'
import type { publishRelease as endpoint } from '#shared/api/releases.ts'
import { Refusal } from '#shared/refusals.ts'
import type { Context } from '../../context.ts'
import { stateOf } from '../../domain/releasing.ts'
import { newKey } from '../../public/minisign.ts'
import { releasePath } from '../../public/paths.ts'
import {
  findRelease,
  insertReleaseEvent,
  insertSigningKey,
  releasesOf,
} from '../../store/releases.ts'
import { lockStatement } from '../../store/statements.ts'
import type { Call } from '../call.ts'
import { answersTo } from '../signatures/answers.ts'
import { describeRelease } from './list-releases.ts'

export async function publishRelease(
  context: Context,
  { actor, body, params, place }: Call<typeof endpoint>,
): Promise<ResultOf<typeof endpoint>> {
  const now = context.clock.now()
  return context.database.transaction(async (queries) => {
    const statement = await lockStatement(queries, place.statement ?? '')
    const release = await findRelease(queries, params.release)
    if (!statement || !release) throw new Refusal('not-found')
    const all = await releasesOf(queries, statement.id)
    if (stateOf(release, all) !== 'candidate') throw new Refusal('not-a-candidate')
    if (release.fingerprint !== body.fingerprint) throw new Refusal('text-changed')
    const answers = await answersTo(queries, release)
    if (!answers.some(({ standing }) => standing.state === 'admitted')) {
      throw new Refusal('no-signatures')
    }
    await insertSigningKey(queries, {
      coalitionId: statement.coalitionId,
      ...newKey(),
      createdAt: now,
    })
    await insertReleaseEvent(queries, {
      releaseId: release.id,
      event: 'published',
      at: now,
      by: actor.id,
    })
    const described = await describeRelease(queries, release.id)
    return {
      ...described,
      permalink: context.publicUrl + releasePath(statement.slug, release.number),
    }
  })
}
