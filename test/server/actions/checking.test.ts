/** The second person: admits, refuses, hides; and what only the signer may do. */
import { beforeEach, expect, test } from 'vitest'
import {
  admitSignature,
  changeVisibility,
  hideName,
  lookAtSigning,
  refuseSignature,
} from '#shared/api/signatures.ts'
import { publish, sign } from '../../support/coalition.ts'
import { testServer } from '../../support/server.ts'
import { openStatement } from '../../support/signing.ts'

const server = testServer()
let opened: Awaited<ReturnType<typeof openStatement>>
beforeEach(async () => {
  opened = await openStatement(server)
})

test('[SIGN5] whoever made the link does not admit what was signed through it', async () => {
  const { coordinator, second, bearer, answer } = opened
  await sign(server.visitor(), bearer)
  const params = { signature: await signatureOf(answer) }
  const body = { basis: 'vouched' as const }
  expect(await coordinator.refusal(admitSignature, { params, body })).toBe('second-person-needed')
  expect(await second.refusal(admitSignature, { params, body })).toBe('done')
  expect(await second.refusal(admitSignature, { params, body })).toBe('state-changed')
})

test('[SIGN7] a co-ordinator hides a name at once; only the signer shows it again', async () => {
  const { second, release, bearer, answer } = opened
  await sign(server.visitor(), bearer, 'public')
  const params = { signature: await signatureOf(answer) }
  await second.call(hideName, { params })
  expect((await answer()).signature?.visibility).toBe('withheld')
  const body = { release: release.id, visibility: 'public' as const }
  await server.visitor().call(changeVisibility, { bearer, body })
  expect((await answer()).signature?.visibility).toBe('public')
})

test('[SIGN7] hiding never reveals: a confidential name stays confidential', async () => {
  const { second, bearer, answer } = opened
  await sign(server.visitor(), bearer, 'confidential')
  await second.call(hideName, { params: { signature: await signatureOf(answer) } })
  expect((await answer()).signature?.visibility).toBe('confidential')
})

test('[SIGN5] a refused signature counts nowhere, and its link works no more', async () => {
  const { coordinator, second, release, bearer, answer } = opened
  await sign(server.visitor(), bearer)
  await second.call(refuseSignature, { params: { signature: await signatureOf(answer) } })
  expect(await answer()).toMatchObject({ state: 'refused', signature: null, invitation: null })
  expect(await server.visitor().refusal(lookAtSigning, { bearer })).toBe('link-revoked')
  await expect(publish(coordinator, release)).rejects.toMatchObject({ code: 'no-signatures' })
})

const signatureOf = async (answer: (typeof opened)['answer']) =>
  (await answer()).signature?.id ?? ''
