/** Queries on signing links, signatures and the steps of each answer. */
import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import type { Queries } from './database.ts'
import { organisation, release, signature, signatureEvent, signingInvitation } from './tables.ts'

export const insertSigningInvitation = (
  queries: Queries,
  row: typeof signingInvitation.$inferInsert,
) => queries.insert(signingInvitation).values(row)

export async function findSigningInvitation(queries: Queries, tokenHash: Uint8Array) {
  const [row] = await queries
    .select()
    .from(signingInvitation)
    .where(eq(signingInvitation.tokenHash, tokenHash))
  return row
}

export async function findSigningInvitationById(queries: Queries, id: string) {
  const [row] = await queries.select().from(signingInvitation).where(eq(signingInvitation.id, id))
  return row
}

/** Links of this organisation for this statement stop working. */
export const revokeSigningInvitations = (
  queries: Queries,
  where: { statementId: string; organisationId: string },
  revokedAt: Date,
) =>
  queries
    .update(signingInvitation)
    .set({ revokedAt })
    .where(
      and(
        eq(signingInvitation.statementId, where.statementId),
        eq(signingInvitation.organisationId, where.organisationId),
        isNull(signingInvitation.revokedAt),
      ),
    )

export const revokeSigningInvitation = (queries: Queries, id: string, revokedAt: Date) =>
  queries
    .update(signingInvitation)
    .set({ revokedAt })
    .where(and(eq(signingInvitation.id, id), isNull(signingInvitation.revokedAt)))

/** Every organisation that was ever invited to sign this statement, with the link it holds, if any. */
export async function invitedOrganisations(queries: Queries, statementId: string) {
  return queries
    .select({
      organisation,
      invitationId: signingInvitation.id,
      expiresAt: signingInvitation.expiresAt,
      revokedAt: signingInvitation.revokedAt,
      createdAt: signingInvitation.createdAt,
      createdBy: signingInvitation.createdBy,
    })
    .from(signingInvitation)
    .innerJoin(organisation, eq(organisation.id, signingInvitation.organisationId))
    .where(eq(signingInvitation.statementId, statementId))
    .orderBy(asc(signingInvitation.createdAt))
}

export async function isInvited(queries: Queries, statementId: string) {
  const rows = await queries
    .select({ id: signingInvitation.id })
    .from(signingInvitation)
    .where(eq(signingInvitation.statementId, statementId))
    .limit(1)
  return rows.length > 0
}

/** Whether an organisation was ever invited to sign anything. */
export async function isInUse(queries: Queries, organisationId: string) {
  const rows = await queries
    .select({ id: signingInvitation.id })
    .from(signingInvitation)
    .where(eq(signingInvitation.organisationId, organisationId))
    .limit(1)
  return rows.length > 0
}

export const insertSignature = (queries: Queries, row: typeof signature.$inferInsert) =>
  queries.insert(signature).values(row)

export const endSignature = (queries: Queries, id: string, endedAt: Date) =>
  queries.update(signature).set({ endedAt }).where(eq(signature.id, id))

const withLinkMaker = {
  signature,
  linkMaker: signingInvitation.createdBy,
  invitationId: signingInvitation.id,
}

/** A signature with who made the link it came through. Locks its row until the transaction ends. */
export async function lockSignature(queries: Queries, id: string) {
  const [row] = await queries
    .select(withLinkMaker)
    .from(signature)
    .innerJoin(signingInvitation, eq(signingInvitation.id, signature.invitationId))
    .where(eq(signature.id, id))
    .for('update', { of: signature })
  return row
}

/** The signatures of a release that count, with who made their links. */
export const signaturesOf = (queries: Queries, releaseId: string) =>
  queries
    .select(withLinkMaker)
    .from(signature)
    .innerJoin(signingInvitation, eq(signingInvitation.id, signature.invitationId))
    .where(and(eq(signature.releaseId, releaseId), isNull(signature.endedAt)))

/** The signature of an organisation that counts for a release. */
export async function findSignature(queries: Queries, releaseId: string, organisationId: string) {
  const [row] = await queries
    .select()
    .from(signature)
    .where(
      and(
        eq(signature.releaseId, releaseId),
        eq(signature.organisationId, organisationId),
        isNull(signature.endedAt),
      ),
    )
  return row
}

export const appendStep = (queries: Queries, row: Omit<typeof signatureEvent.$inferInsert, 'id'>) =>
  queries.insert(signatureEvent).values(row)

/** All steps of a release, oldest first; of one organisation when it is named. */
export const stepsOf = (queries: Queries, releaseId: string, organisationId?: string) =>
  queries
    .select()
    .from(signatureEvent)
    .where(
      and(
        eq(signatureEvent.releaseId, releaseId),
        organisationId ? eq(signatureEvent.organisationId, organisationId) : undefined,
      ),
    )
    .orderBy(asc(signatureEvent.id))

/** Which organisations signed an earlier release of the statement, and did not withdraw. */
export async function signedEarlier(
  queries: Queries,
  statementId: string,
  number: number,
): Promise<Set<string>> {
  const rows = await queries
    .selectDistinct({ organisationId: signature.organisationId })
    .from(signature)
    .innerJoin(release, eq(release.id, signature.releaseId))
    .where(
      and(
        eq(release.statementId, statementId),
        lt(release.number, number),
        isNull(signature.endedAt),
      ),
    )
  return new Set(rows.map((row) => row.organisationId))
}
