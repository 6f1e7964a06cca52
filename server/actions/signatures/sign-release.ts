/** The signer's acts: sign exactly what was read, decline, withdraw, decide who sees the name. [SIGN1] [SIGN2] */
import { randomUUID } from 'node:crypto'
import type { ResultOf } from '#shared/api/endpoint.ts'
import type * as api from '#shared/api/signatures.ts'
import { Refusal } from '#shared/refusals.ts'
import type { SignatureStep, Visibility } from '#shared/signatures.ts'
import type { Context } from '../../context.ts'
import type { SignerActor } from '../../domain/access.ts'
import { requireFollowing } from '../../domain/signing.ts'
import { findOrganisation } from '../../store/coalitions.ts'
import type { Queries } from '../../store/database.ts'
import { findRelease, newestRelease, type ReleaseRow } from '../../store/releases.ts'
import { appendStep, endSignature, findSignature, insertSignature } from '../../store/signatures.ts'
import { lockStatement } from '../../store/statements.ts'
import type { Call } from '../call.ts'
import { textOf } from '../releases/list-releases.ts'
import { standingAt } from './look-at-signing.ts'

export async function signRelease(
  context: Context,
  { actor, body }: Call<typeof api.signRelease>,
): Promise<ResultOf<typeof api.signRelease>> {
  const now = context.clock.now()
  await context.database.transaction(async (queries) => {
    const release = await requireOpenCandidate(queries, actor)
    if (release.id !== body.release || release.fingerprint !== body.fingerprint) {
      throw new Refusal('text-changed')
    }
    if (!textOf(release).texts.some(({ language }) => language === body.language)) {
      throw new Refusal('invalid-input', { field: 'language', rule: 'form.choice' })
    }
    const { state } = await standingAt(queries, actor, release)
    requireFollowing('signed', state)
    const organisation = await findOrganisation(queries, actor.organisation)
    if (!organisation) throw new Refusal('not-found')
    const id = randomUUID()
    await insertSignature(queries, {
      id,
      releaseId: release.id,
      organisationId: organisation.id,
      invitationId: actor.invitation,
      names: organisation.names,
      country: organisation.country,
      fingerprint: release.fingerprint,
      language: body.language,
      representative: body.representative,
      title: body.title,
      signedAt: now,
    })
    await step(queries, actor, release.id, 'signed', now, id, body.visibility)
  })
  return {}
}

export async function declineToSign(
  context: Context,
  { actor }: Call<typeof api.declineToSign>,
): Promise<ResultOf<typeof api.declineToSign>> {
  await context.database.transaction(async (queries) => {
    const release = await requireOpenCandidate(queries, actor)
    const { state } = await standingAt(queries, actor, release)
    requireFollowing('declined', state)
    await step(queries, actor, release.id, 'declined', context.clock.now())
  })
  return {}
}

/** Possible for as long as the signature stands, published or not. [SIGN4] */
export async function withdrawSignature(
  context: Context,
  { actor, body }: Call<typeof api.withdrawSignature>,
): Promise<ResultOf<typeof api.withdrawSignature>> {
  const now = context.clock.now()
  await context.database.transaction(async (queries) => {
    const signature = await requireSignature(queries, actor, body.release, 'withdrawn')
    await endSignature(queries, signature.id, now)
    await step(queries, actor, body.release, 'withdrawn', now, signature.id)
  })
  return {}
}

export async function changeVisibility(
  context: Context,
  { actor, body }: Call<typeof api.changeVisibility>,
): Promise<ResultOf<typeof api.changeVisibility>> {
  const now = context.clock.now()
  await context.database.transaction(async (queries) => {
    const { id } = await requireSignature(queries, actor, body.release, 'visibility-changed')
    await step(queries, actor, body.release, 'visibility-changed', now, id, body.visibility)
  })
  return {}
}

/** The release that can be signed now; the statement is locked, so that it stays so. [SIGN1] */
async function requireOpenCandidate(queries: Queries, actor: SignerActor): Promise<ReleaseRow> {
  await lockStatement(queries, actor.statement)
  const release = await newestRelease(queries, actor.statement)
  if (!release || release.publishedAt) throw new Refusal('signing-closed')
  return release
}

/** The signature of this organisation that counts for a release of its statement, when `next` may follow. */
async function requireSignature(
  queries: Queries,
  actor: SignerActor,
  releaseId: string,
  next: Exclude<SignatureStep, 'invited'>,
) {
  await lockStatement(queries, actor.statement)
  const release = await findRelease(queries, releaseId)
  if (release?.statementId !== actor.statement) throw new Refusal('not-found')
  const signature = await findSignature(queries, release.id, actor.organisation)
  if (!signature) throw new Refusal('not-signed')
  const { state } = await standingAt(queries, actor, release)
  requireFollowing(next, state)
  return signature
}

const step = (
  queries: Queries,
  actor: SignerActor,
  releaseId: string,
  name: SignatureStep,
  at: Date,
  signatureId?: string,
  visibility?: Visibility,
) =>
  appendStep(queries, {
    releaseId,
    organisationId: actor.organisation,
    signatureId: signatureId ?? null,
    step: name,
    visibility: visibility ?? null,
    at,
  })
