/** Queries on coalitions and their organisations. */
import { eq, inArray } from 'drizzle-orm'
import type { Queries } from './database.ts'
import { coalition, organisation } from './tables.ts'

export const insertCoalition = (queries: Queries, row: typeof coalition.$inferInsert) =>
  queries.insert(coalition).values(row)

export async function findCoalition(queries: Queries, id: string) {
  const [row] = await queries.select().from(coalition).where(eq(coalition.id, id))
  return row
}

export async function findCoalitions(queries: Queries, ids: readonly string[]) {
  if (ids.length === 0) return []
  return queries
    .select()
    .from(coalition)
    .where(inArray(coalition.id, [...new Set(ids)]))
    .orderBy(coalition.createdAt)
}

export const updateCoalition = (
  queries: Queries,
  id: string,
  change: Pick<typeof coalition.$inferInsert, 'names' | 'languages'>,
) => queries.update(coalition).set(change).where(eq(coalition.id, id))

/** Whether anybody has founded a coalition here. */
export async function anyCoalition(queries: Queries) {
  const rows = await queries.select({ id: coalition.id }).from(coalition).limit(1)
  return rows.length > 0
}

export const insertOrganisation = (queries: Queries, row: typeof organisation.$inferInsert) =>
  queries.insert(organisation).values(row)

export async function findOrganisation(queries: Queries, id: string) {
  const [row] = await queries.select().from(organisation).where(eq(organisation.id, id))
  return row
}

export async function organisationsOf(queries: Queries, coalitionId: string) {
  return queries
    .select()
    .from(organisation)
    .where(eq(organisation.coalitionId, coalitionId))
    .orderBy(organisation.createdAt)
}

export const updateOrganisation = (
  queries: Queries,
  id: string,
  change: Pick<typeof organisation.$inferInsert, 'names' | 'country' | 'website'>,
) => queries.update(organisation).set(change).where(eq(organisation.id, id))

export const deleteOrganisation = (queries: Queries, id: string) =>
  queries.delete(organisation).where(eq(organisation.id, id))
