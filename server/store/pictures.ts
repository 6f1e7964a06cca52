/** Queries on pictures. */
import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Queries } from './database.ts'
import { picture, release, releaseEvent, releasePicture } from './tables.ts'

/** Keeps a picture; one that is there already is only marked as wanted anew. */
export const insertPicture = (queries: Queries, row: typeof picture.$inferInsert) =>
  queries
    .insert(picture)
    .values(row)
    .onConflictDoUpdate({
      target: [picture.statementId, picture.asset],
      set: { keptAt: row.keptAt },
    })

/** How many pictures a statement has besides this one, and how many bytes they take. */
export async function picturesBeside(queries: Queries, statementId: string, asset: string) {
  const [row] = await queries
    .select({
      count: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum(octet_length(${picture.bytes})), 0)::float8`,
    })
    .from(picture)
    .where(and(eq(picture.statementId, statementId), sql`${picture.asset} <> ${asset}`))
  return row ?? { count: 0, bytes: 0 }
}

/** Those of these assets that the statement has. */
export async function keptAssets(
  queries: Queries,
  statementId: string,
  assets: readonly string[],
): Promise<Set<string>> {
  if (assets.length === 0) return new Set()
  const rows = await queries
    .select({ asset: picture.asset })
    .from(picture)
    .where(and(eq(picture.statementId, statementId), inArray(picture.asset, [...assets])))
  return new Set(rows.map((row) => row.asset))
}

/** The pictures of this name with their statements, without the bytes. */
export const holdersOf = (queries: Queries, asset: string) =>
  queries.select({ statementId: picture.statementId }).from(picture).where(eq(picture.asset, asset))

export async function findPicture(queries: Queries, asset: string) {
  const [row] = await queries.select().from(picture).where(eq(picture.asset, asset)).limit(1)
  return row
}

/** Those of these pictures that the statement has, with their bytes. */
export const picturesOf = async (
  queries: Queries,
  statementId: string,
  assets: readonly string[],
) =>
  assets.length === 0
    ? []
    : queries
        .select({ asset: picture.asset, bytes: picture.bytes })
        .from(picture)
        .where(and(eq(picture.statementId, statementId), inArray(picture.asset, [...assets])))

export async function insertReleasePictures(
  queries: Queries,
  releaseId: string,
  statementId: string,
  assets: readonly string[],
): Promise<void> {
  if (assets.length === 0) return
  await queries
    .insert(releasePicture)
    .values(assets.map((asset) => ({ releaseId, statementId, asset })))
}

/** The pictures that a release carries. */
export const picturesOfRelease = (queries: Queries, releaseId: string) =>
  queries
    .select({ asset: picture.asset, type: picture.type, bytes: picture.bytes })
    .from(releasePicture)
    .innerJoin(
      picture,
      and(
        eq(picture.asset, releasePicture.asset),
        eq(picture.statementId, releasePicture.statementId),
      ),
    )
    .where(eq(releasePicture.releaseId, releaseId))

export async function isInRelease(queries: Queries, asset: string, releaseId: string) {
  const rows = await queries
    .select({ asset: releasePicture.asset })
    .from(releasePicture)
    .where(and(eq(releasePicture.asset, asset), eq(releasePicture.releaseId, releaseId)))
  return rows.length > 0
}

/** Whether a published release carries the picture. */
export async function isPublished(queries: Queries, asset: string): Promise<boolean> {
  const rows = await queries
    .select({ id: release.id })
    .from(releasePicture)
    .innerJoin(release, eq(release.id, releasePicture.releaseId))
    .innerJoin(
      releaseEvent,
      and(eq(releaseEvent.releaseId, release.id), eq(releaseEvent.event, 'published')),
    )
    .where(eq(releasePicture.asset, asset))
    .limit(1)
  return rows.length > 0
}

/** The pictures kept before this moment that no release carries, by statement. */
export async function looseAssets(queries: Queries, before: Date): Promise<Map<string, string[]>> {
  const rows = await queries
    .select({ statement: picture.statementId, asset: picture.asset })
    .from(picture)
    .where(
      and(
        lt(picture.keptAt, before),
        sql`not exists (select from release_picture r where r.statement_id = ${picture.statementId} and r.asset = ${picture.asset})`,
      ),
    )
  const loose = new Map<string, string[]>()
  for (const { statement, asset } of rows) {
    loose.set(statement, [...(loose.get(statement) ?? []), asset])
  }
  return loose
}

/** Drops pictures of a statement, unless they were wanted anew after this moment. */
export const dropPictures = (
  queries: Queries,
  statement: string,
  assets: readonly string[],
  before: Date,
) =>
  queries
    .delete(picture)
    .where(
      and(
        eq(picture.statementId, statement),
        inArray(picture.asset, [...assets]),
        lt(picture.keptAt, before),
        sql`not exists (select from release_picture r where r.statement_id = ${picture.statementId} and r.asset = ${picture.asset})`,
      ),
    )
