/** Releases as the coalition sees them. */
import type { ResultOf } from '#shared/api/endpoint.ts'
import type * as api from '#shared/api/releases.ts'
import { Refusal } from '#shared/refusals.ts'
import type { CanonicalRelease, Release } from '#shared/releases.ts'
import type { Context } from '../../context.ts'
import { stateOf } from '../../domain/releasing.ts'
import type { Queries } from '../../store/database.ts'
import { namesOf } from '../../store/people.ts'
import { findRelease, type ReleaseRow, releasesOf } from '../../store/releases.ts'
import type { Call } from '../call.ts'

export async function listReleases(
  context: Context,
  { params }: Call<typeof api.listReleases>,
): Promise<ResultOf<typeof api.listReleases>> {
  const rows = await releasesOf(context.database.queries, params.statement)
  return describeAll(context.database.queries, rows)
}

export async function seeRelease(
  context: Context,
  { params }: Call<typeof api.seeRelease>,
): Promise<ResultOf<typeof api.seeRelease>> {
  const { queries } = context.database
  const row = await findRelease(queries, params.release)
  if (!row) throw new Refusal('not-found')
  return { ...(await describeRelease(queries, row.id)), text: textOf(row) }
}

/** The release with this id, which exists. */
export async function describeRelease(queries: Queries, id: string): Promise<Release> {
  const row = await findRelease(queries, id)
  if (!row) throw new Error('a release was not there')
  const all = await describeAll(queries, await releasesOf(queries, row.statementId))
  const found = all.find((release) => release.id === id)
  if (!found) throw new Error('a release was not among those of its statement')
  return found
}

/** The canonical release behind a row. It was written by this program, which alone writes there. */
export const textOf = ({ canonical }: Pick<ReleaseRow, 'canonical'>): CanonicalRelease =>
  JSON.parse(canonical) as CanonicalRelease

async function describeAll(queries: Queries, rows: readonly ReleaseRow[]): Promise<Release[]> {
  const people = rows.flatMap(({ frozenBy, publishedBy }) => [frozenBy, publishedBy ?? frozenBy])
  const names = await namesOf(queries, people)
  return rows.map((row) => {
    const text = textOf(row)
    return {
      id: row.id,
      statement: row.statementId,
      number: row.number,
      state: stateOf(row, rows),
      fingerprint: row.fingerprint,
      languages: text.texts.map(({ language }) => language),
      titles: Object.fromEntries(text.texts.map(({ language, title }) => [language, title])),
      frozenAt: row.frozenAt.toISOString(),
      frozenBy: names.get(row.frozenBy) ?? '',
      publishedAt: row.publishedAt?.toISOString() ?? null,
      publishedBy: row.publishedBy ? (names.get(row.publishedBy) ?? '') : null,
    }
  })
}
