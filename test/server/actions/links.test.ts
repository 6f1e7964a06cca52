/** Links that let somebody in: once, in time, by a person's act, and for nobody else. */
import { expect, test } from 'vitest'
import {
  acceptInvitation,
  changeRole,
  claimCoalition,
  invitePerson,
  lookAtClaim,
  lookAtInvitation,
  makeMySignInLink,
  makeSignInLink,
  removePerson,
  revokeInvitation,
  seeMe,
  signIn,
  signOut,
} from '#shared/api/people.ts'
import { tokenOf } from '../../support/browser.ts'
import { found, invite, personIn, statement } from '../../support/coalition.ts'
import { testServer } from '../../support/server.ts'

const server = testServer()
const coalition = { names: { ru: 'Общая вода' }, languages: ['ru' as const] }

test('an empty server is claimed only with the link that its console printed, and once', async () => {
  const token = tokenOf(await server.makeClaimLink())
  const body = { token, name: 'Айгүл', coalition }
  const guess = { ...body, token: 'x'.repeat(43) }
  expect(await server.visitor().refusal(claimCoalition, { body: guess })).toBe('link-unknown')
  await server.visitor().call(lookAtClaim, { body: { token } })
  const tries = await Promise.all(
    Array.from({ length: 5 }, () => server.visitor().refusal(claimCoalition, { body })),
  )
  expect(tries.sort()).toEqual(['done', ...Array(4).fill('link-used')])
})

test('a founding link ends after a week, and when a newer one is made', async () => {
  const older = tokenOf(await server.makeClaimLink())
  const newer = tokenOf(await server.makeClaimLink())
  expect(await server.visitor().refusal(lookAtClaim, { body: { token: older } })).toBe(
    'link-unknown',
  )
  server.clock.turn({ days: 8 })
  expect(await server.visitor().refusal(lookAtClaim, { body: { token: newer } })).toBe(
    'link-expired',
  )
})

test('an invitation is looked at freely and used once', async () => {
  const { coordinator, coalition: id } = await found(server)
  const { link } = await coordinator.call(invitePerson, {
    params: { coalition: id },
    body: { role: 'editor', statement: null },
  })
  const token = tokenOf(link)
  for (let i = 0; i < 3; i++) await server.visitor().call(lookAtInvitation, { body: { token } })
  const body = { token, name: 'Фирӯз' }
  expect(await server.visitor().refusal(acceptInvitation, { body })).toBe('done')
  expect(await server.visitor().refusal(acceptInvitation, { body })).toBe('link-used')
  expect(await server.visitor().refusal(lookAtInvitation, { body: { token } })).toBe('link-used')
})

test('an invitation that ran out or was taken back lets nobody in', async () => {
  const { coordinator, coalition: id } = await found(server)
  const make = () =>
    coordinator.call(invitePerson, {
      params: { coalition: id },
      body: { role: 'reader', statement: null },
    })
  const revoked = await make()
  await coordinator.call(revokeInvitation, { params: { invitation: revoked.id } })
  const expired = await make()
  const accept = (link: string) =>
    server.visitor().refusal(acceptInvitation, { body: { token: tokenOf(link), name: 'Гость' } })
  expect(await accept(revoked.link)).toBe('link-revoked')
  server.clock.turn({ days: 15 })
  expect(await accept(expired.link)).toBe('link-expired')
})

test('an invitation never lowers the role that somebody has', async () => {
  const { coordinator, coalition: id } = await found(server)
  const { link } = await coordinator.call(invitePerson, {
    params: { coalition: id },
    body: { role: 'reader', statement: null },
  })
  await coordinator.call(acceptInvitation, { body: { token: tokenOf(link) } })
  const { grants } = await coordinator.call(seeMe)
  expect(grants).toEqual([{ coalition: id, statement: null, role: 'co-ordinator' }])
})

test('nobody becomes co-ordinator of a single statement', async () => {
  const { coordinator, coalition: id } = await found(server)
  const { coalition: foreign } = await found(server)
  const { id: started } = await statement(server, coordinator, id)
  const body = { role: 'co-ordinator' as const, statement: started }
  expect(await coordinator.refusal(invitePerson, { params: { coalition: id }, body })).toBe(
    'invalid-input',
  )
  const other = { role: 'reader' as const, statement: started }
  expect(
    await coordinator.refusal(invitePerson, { params: { coalition: foreign }, body: other }),
  ).toBe('not-found')
})

test('a sign-in link opens a session on another device, once', async () => {
  const { coordinator } = await found(server)
  const { link } = await coordinator.call(makeMySignInLink)
  const phone = server.visitor()
  await phone.call(signIn, { body: { token: tokenOf(link) } })
  expect(await personIn(phone)).toBe(await personIn(coordinator))
  expect(await server.visitor().refusal(signIn, { body: { token: tokenOf(link) } })).toBe(
    'link-used',
  )
})

test('a link for somebody who lost a device ends what was open there', async () => {
  const { coordinator, coalition: id } = await found(server)
  const lost = await invite(server, coordinator, id, 'editor')
  const person = await personIn(lost)
  const older = await lost.call(makeMySignInLink)
  const { link } = await coordinator.call(makeSignInLink, { params: { coalition: id, person } })
  expect((await lost.call(seeMe)).person).toBeNull()
  const token = tokenOf(older.link)
  expect(await server.visitor().refusal(signIn, { body: { token } })).toBe('link-revoked')
  const found2 = server.visitor()
  await found2.call(signIn, { body: { token: tokenOf(link) } })
  expect(await personIn(found2)).toBe(person)
})

test('co-ordinators cannot sign in as somebody who also takes part elsewhere', async () => {
  const { coordinator, coalition: id } = await found(server)
  const { coordinator: other, coalition: elsewhere } = await found(server)
  const both = await invite(server, coordinator, id, 'reader')
  const { link } = await other.call(invitePerson, {
    params: { coalition: elsewhere },
    body: { role: 'co-ordinator', statement: null },
  })
  await both.call(acceptInvitation, { body: { token: tokenOf(link) } })
  const params = { coalition: id, person: await personIn(both) }
  expect(await coordinator.refusal(makeSignInLink, { params })).toBe('takes-part-elsewhere')
})

test('a session ends with sign-out, and by itself when it is not used for a month', async () => {
  const { coordinator } = await found(server)
  const copy = server.visitor()
  copy.cookie = coordinator.cookie
  await coordinator.call(signOut, { body: { everywhere: false } })
  expect((await copy.call(seeMe)).person).toBeNull()

  const { coordinator: used } = await found(server)
  for (let i = 0; i < 4; i++) {
    server.clock.turn({ days: 20 })
    expect((await used.call(seeMe)).person).not.toBeNull()
  }
  server.clock.turn({ days: 31 })
  expect((await used.call(seeMe)).person).toBeNull()
})

test('tokens are kept only as hashes', async () => {
  const { coordinator, coalition: id } = await found(server)
  const { link } = await coordinator.call(invitePerson, {
    params: { coalition: id },
    body: { role: 'reader', statement: null },
  })
  const secrets = [tokenOf(link), coordinator.cookie.split('=')[1] as string]
  const { pool } = server.context.database
  for (const table of ['session', 'invitation']) {
    const { rows } = await pool.query(`select token_hash from ${table}`)
    for (const { token_hash: hash } of rows) {
      expect(hash).toHaveLength(32)
      for (const secret of secrets) {
        expect(hash.equals(Buffer.from(secret, 'base64url'))).toBe(false)
      }
    }
  }
})

test('a coalition always keeps a co-ordinator', async () => {
  const { coordinator, coalition: id } = await found(server)
  const person = await personIn(coordinator)
  const params = { coalition: id, person }
  const body = { role: 'editor' as const }
  expect(await coordinator.refusal(changeRole, { params, body })).toBe('last-co-ordinator')
  expect(await coordinator.refusal(removePerson, { params })).toBe('last-co-ordinator')
  const second = await invite(server, coordinator, id, 'co-ordinator')
  const other = { coalition: id, person: await personIn(second) }
  await Promise.all([
    coordinator.refusal(removePerson, { params: other }),
    second.refusal(removePerson, { params }),
  ])
  const { rows } = await server.context.database.pool.query(
    `select count(*)::int as n from person_role where coalition_id = $1 and role = 'co-ordinator'`,
    [id],
  )
  expect(rows[0].n).toBe(1)
})
