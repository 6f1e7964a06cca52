/** Where a thing belongs: what access is decided by. */
import { eq, sql } from 'drizzle-orm'
import type { PlaceParam } from '#shared/api/endpoint.ts'
import type { Place } from '#shared/roles.ts'
import type { Queries } from './database.ts'
import {
  coalition,
  invitation,
  organisation,
  release,
  signature,
  signingInvitation,
  statement,
} from './tables.ts'

type Found = { coalition: string; statement?: string; locked?: boolean }[]

const ofStatement = {
  coalition: statement.coalitionId,
  statement: statement.id,
  locked: sql<boolean>`${statement.lockedAt} is not null`,
}

const finders: Record<PlaceParam, (queries: Queries, id: string) => Promise<Found>> = {
  coalition: (queries, id) =>
    queries.select({ coalition: coalition.id }).from(coalition).where(eq(coalition.id, id)),
  statement: (queries, id) =>
    queries.select(ofStatement).from(statement).where(eq(statement.id, id)),
  organisation: (queries, id) =>
    queries
      .select({ coalition: organisation.coalitionId })
      .from(organisation)
      .where(eq(organisation.id, id)),
  invitation: (queries, id) =>
    queries
      .select({ coalition: invitation.coalitionId })
      .from(invitation)
      .where(eq(invitation.id, id)),
  release: (queries, id) =>
    queries
      .select(ofStatement)
      .from(release)
      .innerJoin(statement, eq(statement.id, release.statementId))
      .where(eq(release.id, id)),
  signature: (queries, id) =>
    queries
      .select(ofStatement)
      .from(signature)
      .innerJoin(release, eq(release.id, signature.releaseId))
      .innerJoin(statement, eq(statement.id, release.statementId))
      .where(eq(signature.id, id)),
  signing: (queries, id) =>
    queries
      .select(ofStatement)
      .from(signingInvitation)
      .innerJoin(statement, eq(statement.id, signingInvitation.statementId))
      .where(eq(signingInvitation.id, id)),
}

/** The coalition, and the statement if there is one, that this thing belongs to; null when there is no such thing. */
export async function findPlace(
  queries: Queries,
  kind: PlaceParam,
  id: string,
): Promise<Place | null> {
  const [found] = await finders[kind](queries, id)
  return found ?? null
}
