/** Queries on releases. There is none that changes or deletes one. [REL3] */
import { and, desc, eq } from 'drizzle-orm'
import type { Queries } from './database.ts'
import { coalition, release, releaseEvent, signingKey, statement } from './tables.ts'

export const insertRelease = (queries: Queries, row: typeof release.$inferInsert) =>
  queries.insert(release).values(row)

export const insertReleaseEvent = (
  queries: Queries,
  row: Omit<typeof releaseEvent.$inferInsert, 'id'>,
) => queries.insert(releaseEvent).values(row)

const withPublication = {
  id: release.id,
  statementId: release.statementId,
  number: release.number,
  fingerprint: release.fingerprint,
  canonical: release.canonical,
  frozenAt: release.frozenAt,
  frozenBy: release.frozenBy,
  publishedAt: releaseEvent.at,
  publishedBy: releaseEvent.by,
}

const joined = (queries: Queries) =>
  queries
    .select(withPublication)
    .from(release)
    .leftJoin(
      releaseEvent,
      and(eq(releaseEvent.releaseId, release.id), eq(releaseEvent.event, 'published')),
    )

export type ReleaseRow = Awaited<ReturnType<typeof releasesOf>>[number]

/** All releases of a statement, the newest first. */
export const releasesOf = (queries: Queries, statementId: string) =>
  joined(queries).where(eq(release.statementId, statementId)).orderBy(desc(release.number))

export async function newestRelease(queries: Queries, statementId: string) {
  const [row] = await joined(queries)
    .where(eq(release.statementId, statementId))
    .orderBy(desc(release.number))
    .limit(1)
  return row
}

export async function findRelease(queries: Queries, id: string) {
  const [row] = await joined(queries).where(eq(release.id, id))
  return row
}

export async function findPublished(queries: Queries, slug: string, number: number) {
  const [row] = await queries
    .select({ ...withPublication, coalitionId: statement.coalitionId })
    .from(release)
    .innerJoin(statement, eq(statement.id, release.statementId))
    .innerJoin(
      releaseEvent,
      and(eq(releaseEvent.releaseId, release.id), eq(releaseEvent.event, 'published')),
    )
    .where(and(eq(statement.slug, slug), eq(release.number, number)))
  return row
}

/** The published releases of a statement, the newest first. */
export const publishedOf = (queries: Queries, slug: string) =>
  queries
    .select({ number: release.number, publishedAt: releaseEvent.at })
    .from(release)
    .innerJoin(statement, eq(statement.id, release.statementId))
    .innerJoin(
      releaseEvent,
      and(eq(releaseEvent.releaseId, release.id), eq(releaseEvent.event, 'published')),
    )
    .where(eq(statement.slug, slug))
    .orderBy(desc(release.number))

/** The newest published release of each statement, the newest publication first. */
export async function newestPublished(queries: Queries) {
  const rows = await queries
    .selectDistinctOn([statement.id], {
      slug: statement.slug,
      number: release.number,
      canonical: release.canonical,
      publishedAt: releaseEvent.at,
      coalition: coalition.names,
    })
    .from(release)
    .innerJoin(statement, eq(statement.id, release.statementId))
    .innerJoin(coalition, eq(coalition.id, statement.coalitionId))
    .innerJoin(
      releaseEvent,
      and(eq(releaseEvent.releaseId, release.id), eq(releaseEvent.event, 'published')),
    )
    .orderBy(statement.id, desc(release.number))
  return rows.sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
}

export async function findSigningKey(queries: Queries, coalitionId: string) {
  const [row] = await queries
    .select()
    .from(signingKey)
    .where(eq(signingKey.coalitionId, coalitionId))
  return row
}

/** Keeps the coalition's key; the first one stays. */
export const insertSigningKey = (queries: Queries, row: typeof signingKey.$inferInsert) =>
  queries.insert(signingKey).values(row).onConflictDoNothing()
