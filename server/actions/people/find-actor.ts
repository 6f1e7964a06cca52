/** Who a request comes from, by the token of its session or of its signing link. */
import { linkLife } from '#shared/people.ts'
import type { Context } from '../../context.ts'
import type { Actor, SignerActor } from '../../domain/access.ts'
import { endOf, requireWorking } from '../../domain/links.ts'
import { extendSession } from '../../store/people.ts'
import { findSigningInvitation } from '../../store/signatures.ts'
import { hashOf } from '../../tokens.ts'

/** The person of a session, or a stranger when there is none or it has ended. Using a session prolongs it. */
export async function findActor(context: Context, token: string | undefined): Promise<Actor> {
  if (!token) return { kind: 'stranger' }
  const now = context.clock.now()
  const session = await context.callers.session({ tokenHash: hashOf(token), now })
  if (!session) return { kind: 'stranger' }
  const halfLife = (endOf(linkLife.session, now).getTime() - now.getTime()) / 2
  if (session.expiresAt.getTime() - now.getTime() < halfLife) {
    await extendSession(context.database.queries, session.id, endOf(linkLife.session, now))
  }
  return {
    kind: 'person',
    id: session.personId,
    name: session.name,
    session: session.id,
    grants: session.grants,
    accessChanges: session.accessChanges,
  }
}

/** The organisation that a signing link speaks for. Throws `link-unknown`, `link-expired` or `link-revoked`. */
export async function findSigner(context: Context, token: string): Promise<SignerActor> {
  const found = await findSigningInvitation(context.database.queries, hashOf(token))
  const link = requireWorking(found, context.clock.now())
  return {
    kind: 'signer',
    invitation: link.id,
    statement: link.statementId,
    organisation: link.organisationId,
  }
}
