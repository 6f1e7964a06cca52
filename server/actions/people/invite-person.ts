/** Invitations: a link that brings somebody in with a role, handed over by a co-ordinator. */
import { randomUUID } from 'node:crypto'
import type { ResultOf } from '#shared/api/endpoint.ts'
import type { invitePerson as endpoint, revokeInvitation as revoke } from '#shared/api/people.ts'
import { linkLife } from '#shared/people.ts'
import { Refusal } from '#shared/refusals.ts'
import type { Context } from '../../context.ts'
import { endOf } from '../../domain/links.ts'
import { insertInvitation, revokeInvitation as revokeRow } from '../../store/people.ts'
import { findStatement } from '../../store/statements.ts'
import { newToken } from '../../tokens.ts'
import type { Call } from '../call.ts'

export async function invitePerson(
  context: Context,
  { body, params }: Call<typeof endpoint>,
): Promise<ResultOf<typeof endpoint>> {
  const { queries } = context.database
  if (body.statement !== null) {
    const statement = await findStatement(queries, body.statement)
    if (statement?.coalitionId !== params.coalition) throw new Refusal('not-found')
    // Co-ordinators answer for the whole coalition: there is none of a single statement.
    if (body.role === 'co-ordinator') {
      throw new Refusal('invalid-input', { field: 'role', rule: 'form.choice' })
    }
  }
  const { token, hash } = newToken()
  const id = randomUUID()
  const now = context.clock.now()
  const expiresAt = endOf(linkLife.invitation, now)
  await insertInvitation(queries, {
    id,
    coalitionId: params.coalition,
    statementId: body.statement,
    role: body.role,
    tokenHash: hash,
    createdAt: now,
    expiresAt,
  })
  return { id, link: `${context.publicUrl}/join#${token}`, expiresAt: expiresAt.toISOString() }
}

export async function revokeInvitation(
  context: Context,
  { params }: Call<typeof revoke>,
): Promise<ResultOf<typeof revoke>> {
  const wasOpen = await revokeRow(context.database.queries, params.invitation, context.clock.now())
  if (!wasOpen) throw new Refusal('link-used')
  return {}
}
