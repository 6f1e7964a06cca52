/** What the holder of a signing link sees, and the note that a person has seen it. [SIGN6] */
import type { ResultOf } from '#shared/api/endpoint.ts'
import type * as api from '#shared/api/signatures.ts'
import { Refusal } from '#shared/refusals.ts'
import type { Context } from '../../context.ts'
import type { SignerActor } from '../../domain/access.ts'
import { mayFollow, standingOf } from '../../domain/signing.ts'
import { releasePath } from '../../public/paths.ts'
import { findCoalition, findOrganisation } from '../../store/coalitions.ts'
import type { Queries } from '../../store/database.ts'
import { newestRelease, releasesOf } from '../../store/releases.ts'
import {
  appendStep,
  findSignature,
  findSigningInvitationById,
  signedEarlier,
  stepsOf,
} from '../../store/signatures.ts'
import { findStatement, lockStatement } from '../../store/statements.ts'
import type { Call } from '../call.ts'
import { textOf } from '../releases/list-releases.ts'
import { describeSignature } from './describe.ts'

export async function lookAtSigning(
  context: Context,
  { actor }: Call<typeof api.lookAtSigning>,
): Promise<ResultOf<typeof api.lookAtSigning>> {
  const { queries } = context.database
  const statement = await findStatement(queries, actor.statement)
  const organisation = await findOrganisation(queries, actor.organisation)
  const invitation = await findSigningInvitationById(queries, actor.invitation)
  const coalition = statement && (await findCoalition(queries, statement.coalitionId))
  if (!coalition || !organisation || !invitation) throw new Refusal('not-found')
  const newest = await newestRelease(queries, actor.statement)
  return {
    coalition: coalition.names,
    organisation,
    expiresAt: invitation.expiresAt.toISOString(),
    release: newest
      ? {
          id: newest.id,
          number: newest.number,
          fingerprint: newest.fingerprint,
          text: textOf(newest),
        }
      : null,
    open: newest !== undefined && !newest.publishedAt,
    published: await newestPage(context, actor, statement.slug),
    state: newest ? (await standingAt(queries, actor, newest)).state : 'invited',
    signed: await signedBy(context, actor, statement.slug),
  }
}

export async function openSigning(
  context: Context,
  { actor }: Call<typeof api.openSigning>,
): Promise<ResultOf<typeof api.openSigning>> {
  await context.database.transaction(async (queries) => {
    await lockStatement(queries, actor.statement)
    const newest = await newestRelease(queries, actor.statement)
    if (!newest || newest.publishedAt) return
    const steps = await stepsOf(queries, newest.id, actor.organisation)
    const { state } = await standingAt(queries, actor, newest)
    if (steps.some(({ step }) => step === 'opened') || !mayFollow('opened', state)) return
    await appendStep(queries, {
      releaseId: newest.id,
      organisationId: actor.organisation,
      step: 'opened',
      at: context.clock.now(),
    })
  })
  return {}
}

/** Where this organisation stands with a release of the statement. */
export async function standingAt(
  queries: Queries,
  { organisation, statement }: SignerActor,
  release: { id: string; number: number },
) {
  const steps = await stepsOf(queries, release.id, organisation)
  const earlier = await signedEarlier(queries, statement, release.number)
  return standingOf(steps, earlier.has(organisation))
}

async function newestPage({ database, publicUrl }: Context, actor: SignerActor, slug: string) {
  const releases = await releasesOf(database.queries, actor.statement)
  const published = releases.find(({ publishedAt }) => publishedAt)
  return published ? publicUrl + releasePath(slug, published.number) : null
}

async function signedBy(context: Context, actor: SignerActor, slug: string) {
  const { queries } = context.database
  const releases = await releasesOf(queries, actor.statement)
  const signed = await Promise.all(
    releases.map(async (release) => {
      const signature = await findSignature(queries, release.id, actor.organisation)
      if (!signature) return null
      const standing = await standingAt(queries, actor, release)
      return {
        release: release.id,
        number: release.number,
        admitted: standing.state === 'admitted',
        signature: describeSignature(signature, standing),
        permalink: release.publishedAt
          ? context.publicUrl + releasePath(slug, release.number)
          : null,
      }
    }),
  )
  return signed.filter((one) => one !== null)
}
