/** Queries on statements. */
import { and, desc, eq, like, or, sql } from 'drizzle-orm'
import type { Localised } from '#shared/language/languages.ts'
import type { Queries } from './database.ts'
import { statement } from './tables.ts'

export type StatementRow = typeof statement.$inferSelect

export const insertStatement = (queries: Queries, row: typeof statement.$inferInsert) =>
  queries.insert(statement).values(row)

export async function findStatement(queries: Queries, id: string) {
  const [row] = await queries.select().from(statement).where(eq(statement.id, id))
  return row
}

/** The statement, locked until the transaction ends: what numbers its releases goes one after another. */
export async function lockStatement(queries: Queries, id: string) {
  const [row] = await queries.select().from(statement).where(eq(statement.id, id)).for('update')
  return row
}

export async function findStatementBySlug(queries: Queries, slug: string) {
  const [row] = await queries.select().from(statement).where(eq(statement.slug, slug))
  return row
}

export async function statementsOf(queries: Queries, coalitionId: string) {
  return queries
    .select()
    .from(statement)
    .where(eq(statement.coalitionId, coalitionId))
    .orderBy(desc(statement.changedAt))
}

/** The slugs that are taken among this one and its numbered likes (`kg-tj-2026-3`, `kg-tj-2026-3-2`). */
export async function takenSlugs(queries: Queries, slug: string) {
  const rows = await queries
    .select({ slug: statement.slug })
    .from(statement)
    .where(or(eq(statement.slug, slug), like(statement.slug, `${slug}-%`)))
  return new Set(rows.map((row) => row.slug))
}

export async function isSymbolTaken(queries: Queries, coalitionId: string, symbol: string) {
  const rows = await queries
    .select({ id: statement.id })
    .from(statement)
    .where(and(eq(statement.coalitionId, coalitionId), eq(statement.symbol, symbol)))
  return rows[0]?.id
}

export const updateStatement = (
  queries: Queries,
  id: string,
  change: Pick<
    typeof statement.$inferInsert,
    'symbol' | 'slug' | 'kind' | 'languages' | 'addressees' | 'changedAt'
  >,
) => queries.update(statement).set(change).where(eq(statement.id, id))

/** Locks the draft from this moment on; null unlocks it. A draft that is locked already stays so since then. */
export const setLocked = (queries: Queries, id: string, at: Date | null) =>
  queries
    .update(statement)
    .set({ lockedAt: at && sql`coalesce(${statement.lockedAt}, ${at})` })
    .where(eq(statement.id, id))

/** Keeps the titles that lists show in step with the draft. */
export const setTitles = (queries: Queries, id: string, titles: Localised, changedAt: Date) =>
  queries
    .update(statement)
    .set({ titles, changedAt: sql`greatest(${statement.changedAt}, ${changedAt})` })
    .where(eq(statement.id, id))
