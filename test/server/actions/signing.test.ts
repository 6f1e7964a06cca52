/** Signing by link: exactly this text, once for each organisation, and only by a person's act. */
import { beforeEach, expect, test } from 'vitest'
import {
  declineToSign,
  inviteToSign,
  lookAtSigning,
  openSigning,
  revokeSigning,
  signRelease,
  withdrawSignature,
} from '#shared/api/signatures.ts'
import {
  admitAll,
  askToSign,
  found,
  freeze,
  organisation,
  publish,
  sign,
  write,
} from '../../support/coalition.ts'
import { testServer } from '../../support/server.ts'
import { openStatement } from '../../support/signing.ts'

const server = testServer()
let opened: Awaited<ReturnType<typeof openStatement>>
beforeEach(async () => {
  opened = await openStatement(server)
})

test('[SIGN6] looking at a link, in whatever way, signs nothing and uses nothing up', async () => {
  const { bearer, answer } = opened
  const visitor = server.visitor()
  await visitor.fetch('/sign')
  await visitor.fetch('/sign', { method: 'HEAD' })
  for (let i = 0; i < 3; i++) await visitor.call(lookAtSigning, { bearer })
  expect((await answer()).state).toBe('invited')
  for (const endpoint of [signRelease, declineToSign, openSigning]) {
    const response = await visitor.fetch(endpoint.path, {
      headers: { Authorization: `Bearer ${bearer}` },
    })
    expect(response.status).toBe(404)
  }
  expect((await answer()).state).toBe('invited')
})

test('[SIGN6] the page behind a link reveals nothing: the token never reaches the server by itself', async () => {
  const page = await (await server.visitor().fetch('/sign')).text()
  expect(page).not.toContain('О воде')
})

test('[SIGN4] opening, signing, admitting: each step with its time and actor', async () => {
  const { second, id, bearer, answer } = opened
  await server.visitor().call(openSigning, { bearer })
  await server.visitor().call(openSigning, { bearer })
  await sign(server.visitor(), bearer)
  await admitAll(second, id)
  const { state, history, signature } = await answer()
  expect(state).toBe('admitted')
  expect(history.map(({ step }) => step)).toEqual(['invited', 'opened', 'signed', 'admitted'])
  expect(history.map(({ by }) => by !== null)).toEqual([true, false, false, true])
  expect(signature).toMatchObject({
    representative: 'Фирӯз Раҳимов',
    language: 'ru',
    basis: 'vouched',
  })
})

test('[SIGN1] a signature for a text that is no longer the candidate signs nothing', async () => {
  const { coordinator, id, bearer, answer, form } = opened
  await write(server, id, ['ru'], 'Новый пункт.')
  await freeze(coordinator, id)
  const visitor = server.visitor()
  expect(await visitor.refusal(signRelease, { bearer, body: form })).toBe('text-changed')
  expect((await answer()).state).not.toBe('signed')
})

test('[SIGN1] a fingerprint other than the candidate’s signs nothing', async () => {
  const { bearer, form } = opened
  const body = { ...form, fingerprint: '0'.repeat(64) }
  expect(await server.visitor().refusal(signRelease, { bearer, body })).toBe('text-changed')
})

test('[SIGN1] only a language that the text has can have been read', async () => {
  const { bearer, form } = opened
  const body = { ...form, language: 'en' as const }
  expect(await server.visitor().refusal(signRelease, { bearer, body })).toBe('invalid-input')
})

test('[SIGN2] an organisation signs once, however often and however fast it is tried', async () => {
  const { bearer, form } = opened
  const tries = await Promise.all(
    Array.from({ length: 8 }, () => server.visitor().refusal(signRelease, { bearer, body: form })),
  )
  expect(tries.sort()).toEqual([...Array(7).fill('already-signed'), 'done'])
})

test('[SIGN2] a second link of the same organisation does not give a second signature', async () => {
  const { second, id, signer, bearer, form } = opened
  await sign(server.visitor(), bearer)
  const another = await askToSign(second, id, signer.id)
  const tried = server.visitor().refusal(signRelease, { bearer: another, body: form })
  expect(await tried).toBe('already-signed')
})

test('[SIGN2] the database itself holds one counting signature for each organisation', async () => {
  const { signer, bearer } = opened
  await sign(server.visitor(), bearer)
  const { pool } = server.context.database
  const columns =
    'release_id, organisation_id, invitation_id, names, country, fingerprint, language, representative, title, signed_at'
  await expect(
    pool.query(
      `insert into signature (id, ${columns}) select gen_random_uuid(), ${columns} from signature where organisation_id = $1`,
      [signer.id],
    ),
  ).rejects.toThrow(/signature_counts/)
  await expect(
    pool.query(`update signature set representative = 'другой' where organisation_id = $1`, [
      signer.id,
    ]),
  ).rejects.toThrow(/only ends/)
  await expect(pool.query('delete from signature_event')).rejects.toThrow(/never changed/)
})

test('[SIGN4] a decline stays changeable while the text is open', async () => {
  const { bearer, answer } = opened
  const visitor = server.visitor()
  await visitor.call(declineToSign, { bearer })
  expect((await answer()).state).toBe('declined')
  await sign(visitor, bearer)
  expect((await answer()).state).toBe('signed')
  expect(await visitor.refusal(declineToSign, { bearer })).toBe('already-signed')
})

test('[SIGN4] a withdrawal is possible after publication, and touches nobody else’s signature', async () => {
  const { coordinator, second, coalition, id, release, bearer, answer } = opened
  const other = await organisation(coordinator, coalition, 'TJ', 'Ҳамсоя')
  await sign(server.visitor(), await askToSign(coordinator, id, other.id))
  await sign(server.visitor(), bearer)
  await admitAll(second, id)
  const { permalink } = await publish(coordinator, release)
  await server.visitor().call(withdrawSignature, { bearer, body: { release: release.id } })
  expect((await answer()).state).toBe('withdrawn')
  const page = await (await server.visitor().fetch(new URL(permalink).pathname)).text()
  expect(page).toContain('Ҳамсоя')
  expect(page).not.toContain('Айыл доору')
  const again = server.visitor()
  expect(await again.refusal(withdrawSignature, { bearer, body: { release: release.id } })).toBe(
    'not-signed',
  )
})

test('[SIGN4] whoever signed an earlier text is asked to confirm the new one', async () => {
  const { coordinator, id, bearer, answer } = opened
  await sign(server.visitor(), bearer)
  await write(server, id, ['ru'], 'Новый пункт.')
  await freeze(coordinator, id)
  expect((await answer()).state).toBe('needs-re-confirmation')
  const seen = await server.visitor().call(lookAtSigning, { bearer })
  expect(seen).toMatchObject({ state: 'needs-re-confirmation', open: true })
  expect(seen.signed.map(({ number }) => number)).toEqual([1])
  await sign(server.visitor(), bearer)
  expect((await answer()).state).toBe('signed')
})

test('a published text is closed for signature', async () => {
  const { coordinator, second, id, signer, release, bearer } = opened
  await sign(server.visitor(), bearer)
  await admitAll(second, id)
  await publish(coordinator, release)
  expect(await server.visitor().refusal(declineToSign, { bearer })).toBe('signing-closed')
  const params = { statement: id }
  const body = { organisation: signer.id }
  expect(await coordinator.refusal(inviteToSign, { params, body })).toBe('signing-closed')
})

test('a link that was taken back, replaced or has run out opens nothing', async () => {
  const { coordinator, id, signer, bearer, answer } = opened
  const { invitation } = await answer()
  await coordinator.call(revokeSigning, { params: { signing: invitation?.id ?? '' } })
  expect(await server.visitor().refusal(lookAtSigning, { bearer })).toBe('link-revoked')
  const next = await askToSign(coordinator, id, signer.id)
  const newest = await askToSign(coordinator, id, signer.id)
  expect(await server.visitor().refusal(lookAtSigning, { bearer: next })).toBe('link-revoked')
  server.clock.turn({ days: 61 })
  expect(await server.visitor().refusal(lookAtSigning, { bearer: newest })).toBe('link-expired')
})

test('an organisation of another coalition cannot be invited', async () => {
  const { coordinator, id } = opened
  const { coordinator: foreign, coalition } = await found(server)
  const other = await organisation(foreign, coalition)
  const body = { organisation: other.id }
  expect(await coordinator.refusal(inviteToSign, { params: { statement: id }, body })).toBe(
    'not-found',
  )
})
