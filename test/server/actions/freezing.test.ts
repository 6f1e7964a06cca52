/** Freezing and releases: what is frozen is exactly what was looked at, and nobody changes it afterwards. */
import { expect, test } from 'vitest'
import {
  freezeStatement,
  listReleases,
  previewFreeze,
  publishRelease,
  seeRelease,
} from '#shared/api/releases.ts'
import { canonicalJson, fingerprintOf } from '#shared/text/fingerprint.ts'
import {
  found,
  freeze,
  publish,
  publishedStatement,
  statement,
  write,
} from '../../support/coalition.ts'
import { testServer } from '../../support/server.ts'

const server = testServer()
const choices = { leftOut: [], authentic: ['ru' as const], prevailing: null }

async function coalitionWithText() {
  const { coordinator, coalition } = await found(server)
  const { id } = await statement(server, coordinator, coalition)
  return { coordinator, id, params: { statement: id } }
}

test('[REL2] the fingerprint of a release is that of its canonical JSON', async () => {
  const { coordinator, id } = await coalitionWithText()
  const { id: release, fingerprint } = await freeze(coordinator, id)
  const { text } = await coordinator.call(seeRelease, { params: { release } })
  expect(fingerprintOf(canonicalJson(text))).toBe(fingerprint)
})

test('what is frozen is what was looked at, though drafting went on meanwhile', async () => {
  const { coordinator, id, params } = await coalitionWithText()
  const preview = await coordinator.call(previewFreeze, { params, body: choices })
  await write(server, id, ['ru'], 'Дописано после просмотра.')
  const { number, position, fingerprint } = preview
  const release = await coordinator.call(freezeStatement, {
    params,
    body: { ...choices, number, position, fingerprint },
  })
  expect(release.fingerprint).toBe(preview.fingerprint)
  const seen = await coordinator.call(seeRelease, { params: { release: release.id } })
  expect(JSON.stringify(seen.text)).not.toContain('Дописано')
})

test('drafting goes on beside a release and never touches it', async () => {
  const { coordinator, id } = await coalitionWithText()
  const release = await freeze(coordinator, id)
  const before = await coordinator.call(seeRelease, { params: { release: release.id } })
  await write(server, id, ['ru'], 'Новый пункт.')
  expect(await coordinator.call(seeRelease, { params: { release: release.id } })).toEqual(before)
})

test('another fingerprint than the one of that place in the draft is refused', async () => {
  const { coordinator, params } = await coalitionWithText()
  const { number, position } = await coordinator.call(previewFreeze, { params, body: choices })
  const body = { ...choices, number, position, fingerprint: '0'.repeat(64) }
  expect(await coordinator.refusal(freezeStatement, { params, body })).toBe('draft-moved-on')
})

test('two releases frozen at the same moment: one is made, the other clearly refused', async () => {
  const { coordinator, id, params } = await coalitionWithText()
  const first = await coordinator.call(previewFreeze, { params, body: choices })
  await write(server, id, ['ru'], 'Ещё пункт.')
  const second = await coordinator.call(previewFreeze, { params, body: choices })
  const answers = await Promise.all(
    [first, second].map(({ number, position, fingerprint }) =>
      coordinator.refusal(freezeStatement, {
        params,
        body: { ...choices, number, position, fingerprint },
      }),
    ),
  )
  expect(answers.sort()).toEqual(['done', 'frozen-meanwhile'])
  expect(await coordinator.call(listReleases, { params })).toHaveLength(1)
})

test('the very same text is not frozen twice', async () => {
  const { coordinator, id } = await coalitionWithText()
  await freeze(coordinator, id)
  await expect(freeze(coordinator, id)).rejects.toMatchObject({ code: 'nothing-changed' })
})

test('[REL1] a language without text is refused, unless it is left out', async () => {
  const { coordinator, coalition } = await found(server)
  const { id } = await statement(server, coordinator, coalition, ['ru', 'ky'])
  await server.context.rooms.edit(id, null, (doc) => {
    const body = doc.getXmlFragment('body:ky')
    body.delete(0, body.length)
  })
  await expect(freeze(coordinator, id)).rejects.toMatchObject({
    code: 'not-ready-to-freeze',
    details: { language: 'ky', problem: 'no-title' },
  })
  const params = { statement: id }
  const body = { ...choices, leftOut: ['ky' as const] }
  const { number, position, fingerprint, problems } = await coordinator.call(previewFreeze, {
    params,
    body,
  })
  expect(problems).toEqual([])
  const release = await coordinator.call(freezeStatement, {
    params,
    body: { ...body, number, position, fingerprint },
  })
  expect(release.languages).toEqual(['ru'])
})

test('[REL1] unsettled suggestions keep a text from being frozen', async () => {
  const { coordinator, id } = await coalitionWithText()
  await server.context.rooms.edit(id, null, (doc) => {
    const text = doc.getXmlFragment('body:ru').get(0) as import('yjs').XmlText
    text.format(0, 2, { deletion: { id: 'p:1' } })
  })
  await expect(freeze(coordinator, id)).rejects.toMatchObject({
    details: { problem: 'open-suggestion' },
  })
})

test.each([
  ['an authentic language that the text does not have', { ...choices, authentic: ['en' as const] }],
  ['a prevailing language that is not authentic', { ...choices, prevailing: 'ky' as const }],
  ['no language left', { ...choices, leftOut: ['ru' as const] }],
])('[REL4] %s is refused', async (_, body) => {
  const { coordinator, params } = await coalitionWithText()
  expect(await coordinator.refusal(previewFreeze, { params, body })).toBe('invalid-input')
})

test('[REL4] a release says which languages are authentic and which prevails', async () => {
  const { coordinator, coalition } = await found(server)
  const { id } = await statement(server, coordinator, coalition, ['ru', 'tg', 'ky'])
  const body = { leftOut: [], authentic: ['tg' as const, 'ky' as const], prevailing: 'ky' as const }
  const { release } = await coordinator.call(previewFreeze, { params: { statement: id }, body })
  expect(release).toMatchObject({ authentic: ['ky', 'tg'], prevailing: 'ky' })
  expect(release.texts.map(({ language }) => language)).toEqual(['ky', 'ru', 'tg'])
})

test('[REL3] the database itself refuses to change or delete a release', async () => {
  const { coordinator, id } = await coalitionWithText()
  const { id: release } = await freeze(coordinator, id)
  const { pool } = server.context.database
  for (const sql of [
    `update release set canonical = '{}' where id = '${release}'`,
    `update release set number = 9 where id = '${release}'`,
    `delete from release where id = '${release}'`,
    'truncate release cascade',
  ]) {
    await expect(pool.query(sql)).rejects.toThrow(/never changed or deleted/)
  }
})

test('a newer freeze closes the candidate before it', async () => {
  const { coordinator, id, params } = await coalitionWithText()
  const first = await freeze(coordinator, id)
  await write(server, id, ['ru'], 'Ещё пункт.')
  await freeze(coordinator, id)
  const states = (await coordinator.call(listReleases, { params })).map(({ state }) => state)
  expect(states).toEqual(['candidate', 'replaced'])
  await expect(publish(coordinator, first)).rejects.toMatchObject({ code: 'not-a-candidate' })
})

test('nothing is published that nobody’s admitted signature stands under', async () => {
  const { coordinator, id } = await coalitionWithText()
  const release = await freeze(coordinator, id)
  await expect(publish(coordinator, release)).rejects.toMatchObject({ code: 'no-signatures' })
})

test('a release is published once, and only under the fingerprint that was seen', async () => {
  const { coordinator, release } = await publishedStatement(server)
  await expect(publish(coordinator, release)).rejects.toMatchObject({ code: 'not-a-candidate' })
  const other = await publishedStatement(server)
  await write(server, other.statement.id, ['ru'], 'Ещё.')
  const next = await freeze(other.coordinator, other.statement.id)
  expect(
    await other.coordinator.refusal(publishRelease, {
      params: { release: next.id },
      body: { fingerprint: release.fingerprint },
    }),
  ).toBe('text-changed')
})
