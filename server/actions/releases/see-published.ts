/** What stands behind a permalink: a published release with its roster as it is now. [PUB1] */
import type { Context } from '../../context.ts'
import type { PublishedRelease } from '../../public/published-release.ts'
import { findCoalition } from '../../store/coalitions.ts'
import { findPublished, findSigningKey, publishedOf } from '../../store/releases.ts'
import { admittedTo } from '../signatures/answers.ts'
import { textOf } from './list-releases.ts'

/** Null when nothing is published there: a candidate looks like nothing at all. [SIGN5] */
export async function seePublished(
  context: Context,
  slug: string,
  number: number,
): Promise<PublishedRelease | null> {
  const { queries } = context.database
  const row = await findPublished(queries, slug, number)
  const coalition = row && (await findCoalition(queries, row.coalitionId))
  const key = row && (await findSigningKey(queries, row.coalitionId))
  if (!row?.publishedAt || !coalition || !key) return null
  return {
    publicUrl: context.publicUrl,
    slug,
    number,
    fingerprint: row.fingerprint,
    coalition: coalition.names,
    release: textOf(row),
    publishedAt: row.publishedAt,
    all: await publishedOf(queries, slug),
    admitted: await admittedTo(queries, row),
    key,
  }
}
