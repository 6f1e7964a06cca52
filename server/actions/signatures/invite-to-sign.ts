/** Signing links: made for one organisation, shown once, taken back. */
import { randomUUID } from 'node:crypto'
import type { ResultOf } from '#shared/api/endpoint.ts'
import type * as api from '#shared/api/signatures.ts'
import { linkLife } from '#shared/people.ts'
import { Refusal } from '#shared/refusals.ts'
import type { Context } from '../../context.ts'
import { endOf } from '../../domain/links.ts'
import { findOrganisation } from '../../store/coalitions.ts'
import { newestRelease } from '../../store/releases.ts'
import {
  appendStep,
  insertSigningInvitation,
  revokeSigningInvitation,
  revokeSigningInvitations,
} from '../../store/signatures.ts'
import { lockStatement } from '../../store/statements.ts'
import { newToken } from '../../tokens.ts'
import type { Call } from '../call.ts'

export async function inviteToSign(
  context: Context,
  { actor, body, params, place }: Call<typeof api.inviteToSign>,
): Promise<ResultOf<typeof api.inviteToSign>> {
  const { token, hash } = newToken()
  const id = randomUUID()
  const now = context.clock.now()
  const expiresAt = endOf(linkLife.signing, now)
  const where = { statementId: params.statement, organisationId: body.organisation }
  await context.database.transaction(async (queries) => {
    await lockStatement(queries, params.statement)
    const organisation = await findOrganisation(queries, body.organisation)
    if (organisation?.coalitionId !== place.coalition) throw new Refusal('not-found')
    const release = await newestRelease(queries, params.statement)
    if (!release || release.publishedAt) throw new Refusal('signing-closed')
    await revokeSigningInvitations(queries, where, now)
    await insertSigningInvitation(queries, {
      id,
      ...where,
      tokenHash: hash,
      createdAt: now,
      createdBy: actor.id,
      expiresAt,
    })
    await appendStep(queries, {
      releaseId: release.id,
      organisationId: body.organisation,
      step: 'invited',
      at: now,
      by: actor.id,
    })
  })
  return { id, link: `${context.publicUrl}/sign#${token}`, expiresAt: expiresAt.toISOString() }
}

export async function revokeSigning(
  context: Context,
  { params }: Call<typeof api.revokeSigning>,
): Promise<ResultOf<typeof api.revokeSigning>> {
  await revokeSigningInvitation(context.database.queries, params.signing, context.clock.now())
  return {}
}
