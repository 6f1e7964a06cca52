/** The API of signatures: the co-ordinator's side, and the side of whoever holds a signing link. */
import * as v from 'valibot'
import { idSchema, localised, momentSchema } from '../forms.ts'
import { organisationSchema } from '../organisations.ts'
import { linkSchema } from '../people.ts'
import { canonicalReleaseSchema, releaseSchema } from '../releases.ts'
import {
  answerSchema,
  mandateBasisSchema,
  signatureSchema,
  signatureStates,
  signingFields,
  visibilitySchema,
} from '../signatures.ts'
import { endpoint } from './endpoint.ts'

const nothing = v.object({})

export const listAnswers = endpoint({
  name: 'listAnswers',
  method: 'GET',
  path: '/api/statements/:statement/signatures',
  summary: 'Who was invited, opened, signed, declined for the newest release',
  access: { by: 'role', act: 'signatures.see', on: 'statement' },
  result: v.object({ release: v.nullable(releaseSchema), answers: v.array(answerSchema) }),
})

export const inviteToSign = endpoint({
  name: 'inviteToSign',
  method: 'POST',
  path: '/api/statements/:statement/signing-invitations',
  summary: 'A signing link for one organisation; an older link of it stops working',
  access: { by: 'role', act: 'signatures.manage', on: 'statement' },
  body: v.object({ organisation: idSchema }),
  result: v.object({ ...linkSchema.entries, id: idSchema }),
  refusals: ['signing-closed'],
})

export const revokeSigning = endpoint({
  name: 'revokeSigning',
  method: 'DELETE',
  path: '/api/signing-invitations/:signing',
  summary: 'Take back a signing link; what was signed through it stays',
  access: { by: 'role', act: 'signatures.manage', on: 'signing' },
  result: nothing,
})

export const admitSignature = endpoint({
  name: 'admitSignature',
  method: 'POST',
  path: '/api/signatures/:signature/admit',
  summary: 'Admit a signature, as a second person, with the basis of its mandate',
  access: { by: 'role', act: 'signatures.manage', on: 'signature' },
  body: v.object({ basis: mandateBasisSchema }),
  result: nothing,
  refusals: ['second-person-needed', 'state-changed'],
})

export const refuseSignature = endpoint({
  name: 'refuseSignature',
  method: 'POST',
  path: '/api/signatures/:signature/refuse',
  summary: 'Refuse a signature that is not genuine; it appears nowhere',
  access: { by: 'role', act: 'signatures.manage', on: 'signature' },
  result: nothing,
  refusals: ['state-changed'],
})

export const hideName = endpoint({
  name: 'hideName',
  method: 'POST',
  path: '/api/signatures/:signature/hide',
  summary: 'Withhold a name at once; only the signer can reveal it again',
  access: { by: 'role', act: 'signatures.manage', on: 'signature' },
  result: nothing,
  refusals: ['state-changed'],
})

export const lookAtSigning = endpoint({
  name: 'lookAtSigning',
  method: 'GET',
  path: '/api/signing',
  summary:
    'What a signing link asks: the text, who asks, and where the answer stands; changes nothing',
  access: { by: 'signer' },
  result: v.object({
    coalition: localised(120),
    organisation: organisationSchema,
    expiresAt: momentSchema,
    /** The text to sign: the open candidate, or the release that was answered last. */
    release: v.nullable(
      v.object({
        id: idSchema,
        number: v.number(),
        fingerprint: v.string(),
        text: canonicalReleaseSchema,
      }),
    ),
    /** Whether that release can be signed now. */
    open: v.boolean(),
    /** The address of the newest published page, for whoever was asked. */
    published: v.nullable(v.string()),
    state: v.picklist(signatureStates),
    /** The releases that carry a signature of this organisation, the newest first. */
    signed: v.array(
      v.object({
        release: idSchema,
        number: v.number(),
        admitted: v.boolean(),
        signature: signatureSchema,
        /** The address of the published page, once there is one. */
        permalink: v.nullable(v.string()),
      }),
    ),
  }),
  refusals: ['link-unknown', 'link-expired', 'link-revoked'],
})

export const openSigning = endpoint({
  name: 'openSigning',
  method: 'POST',
  path: '/api/signing/open',
  summary: 'Tell that a person has the text before them',
  access: { by: 'signer' },
  result: nothing,
})

export const signRelease = endpoint({
  name: 'signRelease',
  method: 'POST',
  path: '/api/signing/sign',
  summary: 'Sign exactly the release and fingerprint that were read',
  access: { by: 'signer' },
  body: v.object(signingFields),
  result: nothing,
  refusals: ['text-changed', 'signing-closed', 'already-signed'],
})

export const declineToSign = endpoint({
  name: 'declineToSign',
  method: 'POST',
  path: '/api/signing/decline',
  summary: 'Decline; reminders stop, and a later signature stays possible',
  access: { by: 'signer' },
  result: nothing,
  refusals: ['signing-closed', 'already-signed'],
})

export const withdrawSignature = endpoint({
  name: 'withdrawSignature',
  method: 'POST',
  path: '/api/signing/withdraw',
  summary: 'Withdraw a signature, quietly; nobody else’s is touched',
  access: { by: 'signer' },
  body: v.object({ release: idSchema }),
  result: nothing,
  refusals: ['not-signed'],
})

export const changeVisibility = endpoint({
  name: 'changeVisibility',
  method: 'POST',
  path: '/api/signing/visibility',
  summary: 'Decide anew who sees the name',
  access: { by: 'signer' },
  body: v.object({ release: idSchema, visibility: visibilitySchema }),
  result: nothing,
  refusals: ['not-signed'],
})
