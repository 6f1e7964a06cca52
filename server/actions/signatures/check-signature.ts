/** The second person's part: admit, refuse, and hide a name at once. [SIGN5] [SIGN7] */
import type { ResultOf } from '#shared/api/endpoint.ts'
import type * as api from '#shared/api/signatures.ts'
import { Refusal } from '#shared/refusals.ts'
import type { MandateBasis, SignatureStep, Visibility } from '#shared/signatures.ts'
import type { Context } from '../../context.ts'
import type { PersonActor } from '../../domain/access.ts'
import {
  hiddenFrom,
  requireFollowing,
  requireSecondPerson,
  type Standing,
  standingOf,
} from '../../domain/signing.ts'
import type { Queries } from '../../store/database.ts'
import {
  appendStep,
  endSignature,
  lockSignature,
  revokeSigningInvitation,
  stepsOf,
} from '../../store/signatures.ts'
import type { Call } from '../call.ts'

export const admitSignature = (
  context: Context,
  call: Call<typeof api.admitSignature>,
): Promise<ResultOf<typeof api.admitSignature>> =>
  check(context, call, 'admitted', async ({ linkMaker }) => {
    requireSecondPerson(call.actor.id, linkMaker)
    return { basis: call.body.basis }
  })

/** Whoever signed falsely holds a link: it stops working. */
export const refuseSignature = (
  context: Context,
  call: Call<typeof api.refuseSignature>,
): Promise<ResultOf<typeof api.refuseSignature>> =>
  check(context, call, 'refused', async ({ invitationId, now, queries }) => {
    await endSignature(queries, call.params.signature, now)
    await revokeSigningInvitation(queries, invitationId, now)
    return {}
  })

export const hideName = (
  context: Context,
  call: Call<typeof api.hideName>,
): Promise<ResultOf<typeof api.hideName>> =>
  check(context, call, 'visibility-changed', async ({ standing }) => ({
    visibility: hiddenFrom(standing.visibility),
  }))

type Checked = {
  queries: Queries
  now: Date
  standing: Standing
  linkMaker: string
  invitationId: string
}
type StepData = { basis?: MandateBasis; visibility?: Visibility }

/** Takes one step on a signature that counts, if it may follow, with what `decide` adds to it. */
async function check(
  context: Context,
  { actor, params }: { actor: PersonActor; params: { signature: string } },
  step: Exclude<SignatureStep, 'invited'>,
  decide: (checked: Checked) => Promise<StepData>,
) {
  const now = context.clock.now()
  await context.database.transaction(async (queries) => {
    const found = await lockSignature(queries, params.signature)
    if (!found) throw new Refusal('not-found')
    const { signature, linkMaker, invitationId } = found
    const steps = await stepsOf(queries, signature.releaseId, signature.organisationId)
    const standing = standingOf(steps, false)
    if (signature.endedAt) throw new Refusal('state-changed')
    requireFollowing(step, standing.state)
    const data = await decide({ queries, now, standing, linkMaker, invitationId })
    await appendStep(queries, {
      releaseId: signature.releaseId,
      organisationId: signature.organisationId,
      signatureId: signature.id,
      step,
      ...data,
      at: now,
      by: actor.id,
    })
  })
  return {}
}
