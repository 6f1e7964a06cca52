/** Queries on people, their sessions and roles, and the links that bring them in. */
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Grant, Role } from '#shared/roles.ts'
import type { Queries } from './database.ts'
import { claim, invitation, person, personRole, session, signInLink, statement } from './tables.ts'

export const insertPerson = (queries: Queries, row: typeof person.$inferInsert) =>
  queries.insert(person).values(row)

export async function findPerson(queries: Queries, id: string) {
  const [row] = await queries.select().from(person).where(eq(person.id, id))
  return row
}

export const peopleNamed = (queries: Queries, name: string) =>
  queries.select().from(person).where(eq(person.name, name)).orderBy(person.createdAt)

export async function namesOf(queries: Queries, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>()
  const rows = await queries
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export const renamePerson = (queries: Queries, id: string, name: string) =>
  queries.update(person).set({ name }).where(eq(person.id, id))

// Sessions

export const insertSession = (queries: Queries, row: typeof session.$inferInsert) =>
  queries.insert(session).values(row)

/** How often what the person of a session may do has changed; undefined when the session has ended by now. */
export async function accessChangesOf(queries: Queries, sessionId: string, now: Date) {
  const [row] = await queries
    .select({ accessChanges: person.accessChanges })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .where(and(eq(session.id, sessionId), gt(session.expiresAt, now)))
  return row?.accessChanges
}

export const extendSession = (queries: Queries, id: string, expiresAt: Date) =>
  queries.update(session).set({ expiresAt }).where(eq(session.id, id))

export const endSession = (queries: Queries, id: string) =>
  queries.delete(session).where(eq(session.id, id))

export const endSessionsOf = (queries: Queries, personId: string) =>
  queries.delete(session).where(eq(session.personId, personId))

// Roles

export async function grantsOf(queries: Queries, personId: string): Promise<Grant[]> {
  return queries
    .select({
      coalition: personRole.coalitionId,
      statement: personRole.statementId,
      role: personRole.role,
    })
    .from(personRole)
    .where(eq(personRole.personId, personId))
}

export const setRole = (queries: Queries, row: typeof personRole.$inferInsert) =>
  queries
    .insert(personRole)
    .values(row)
    .onConflictDoUpdate({
      target: [personRole.coalitionId, personRole.personId, personRole.statementId],
      set: { role: row.role },
    })

export const removeRoles = (queries: Queries, coalitionId: string, personId: string) =>
  queries
    .delete(personRole)
    .where(and(eq(personRole.coalitionId, coalitionId), eq(personRole.personId, personId)))

/** Everybody with a role in the coalition or on a statement of it, by name. */
export async function participantsOf(queries: Queries, coalitionId: string) {
  return queries
    .select({
      id: person.id,
      name: person.name,
      role: personRole.role,
      statementId: personRole.statementId,
      symbol: statement.symbol,
    })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .leftJoin(statement, eq(statement.id, personRole.statementId))
    .where(eq(personRole.coalitionId, coalitionId))
    .orderBy(person.name, person.id)
}

/** How many people hold this role in the whole coalition. Locks their rows until the transaction ends. */
export async function lockHolders(queries: Queries, coalitionId: string, role: Role) {
  return queries
    .select({ personId: personRole.personId })
    .from(personRole)
    .where(
      and(
        eq(personRole.coalitionId, coalitionId),
        isNull(personRole.statementId),
        eq(personRole.role, role),
      ),
    )
    .for('update')
}

// Links

export const insertClaim = (queries: Queries, row: typeof claim.$inferInsert) =>
  queries.insert(claim).values(row)

export async function findClaim(queries: Queries, tokenHash: Uint8Array, lock = false) {
  const query = queries.select().from(claim).where(eq(claim.tokenHash, tokenHash))
  const [row] = await (lock ? query.for('update') : query)
  return row
}

export const useClaim = (queries: Queries, id: string, usedAt: Date) =>
  queries.update(claim).set({ usedAt }).where(eq(claim.id, id))

/** Forgets founding links that nobody used: a new one takes their place. */
export const dropUnusedClaims = (queries: Queries) =>
  queries.delete(claim).where(isNull(claim.usedAt))

export const insertInvitation = (queries: Queries, row: typeof invitation.$inferInsert) =>
  queries.insert(invitation).values(row)

export async function findInvitation(queries: Queries, tokenHash: Uint8Array, lock = false) {
  const query = queries.select().from(invitation).where(eq(invitation.tokenHash, tokenHash))
  const [row] = await (lock ? query.for('update') : query)
  return row
}

export const useInvitation = (queries: Queries, id: string, usedAt: Date) =>
  queries.update(invitation).set({ usedAt }).where(eq(invitation.id, id))

/** Takes back an invitation; tells whether it was still unused. */
export async function revokeInvitation(queries: Queries, id: string, revokedAt: Date) {
  const rows = await queries
    .update(invitation)
    .set({ revokedAt })
    .where(and(eq(invitation.id, id), isNull(invitation.usedAt)))
    .returning({ id: invitation.id })
  return rows.length > 0
}

export async function openInvitations(queries: Queries, coalitionId: string, now: Date) {
  return queries
    .select({
      id: invitation.id,
      role: invitation.role,
      statementId: invitation.statementId,
      symbol: statement.symbol,
      createdAt: invitation.createdAt,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .leftJoin(statement, eq(statement.id, invitation.statementId))
    .where(
      and(
        eq(invitation.coalitionId, coalitionId),
        isNull(invitation.usedAt),
        isNull(invitation.revokedAt),
        gt(invitation.expiresAt, now),
      ),
    )
    .orderBy(invitation.createdAt)
}

export const insertSignInLink = (queries: Queries, row: typeof signInLink.$inferInsert) =>
  queries.insert(signInLink).values(row)

export async function findSignInLink(queries: Queries, tokenHash: Uint8Array, lock = false) {
  const query = queries.select().from(signInLink).where(eq(signInLink.tokenHash, tokenHash))
  const [row] = await (lock ? query.for('update') : query)
  return row
}

export const useSignInLink = (queries: Queries, id: string, usedAt: Date) =>
  queries.update(signInLink).set({ usedAt }).where(eq(signInLink.id, id))

/** Links of this person that were not used stop working. */
export const revokeSignInLinks = (queries: Queries, personId: string, revokedAt: Date) =>
  queries
    .update(signInLink)
    .set({ revokedAt })
    .where(and(eq(signInLink.personId, personId), isNull(signInLink.usedAt)))

/** Forgets sessions and links that ended before the moment. */
export async function dropExpired(queries: Queries, before: Date) {
  await queries.delete(session).where(sql`${session.expiresAt} < ${before}`)
  await queries.delete(signInLink).where(sql`${signInLink.expiresAt} < ${before}`)
}
