/** Pictures from the file to the permalink: who sees them when, what a release carries, what is forgotten. [DRAFT6] */
import { expect, test } from 'vitest'
import { forgetPictures } from '#server/actions/pictures/forget-pictures.ts'
import { keepPicture as keep } from '#server/actions/pictures/keep-picture.ts'
import { takeSnapshot } from '#server/store/compaction.ts'
import { bringPicture, keepPicture } from '#shared/api/pictures.ts'
import { previewFreeze } from '#shared/api/releases.ts'
import { mostPictureBytes, picturePath } from '#shared/pictures.ts'
import { appendNodes, bodyOf } from '#shared/text/draft.ts'
import { fingerprintOfBytes } from '#shared/text/fingerprint.ts'
import type { Browser } from '../../support/browser.ts'
import {
  admitAll,
  askToSign,
  found,
  freeze,
  invite,
  organisation,
  publish,
  sign,
  statement,
} from '../../support/coalition.ts'
import { gradient, photograph } from '../../support/pictures.ts'
import { testServer } from '../../support/server.ts'

const server = testServer()
const bytesOf = (picture: Buffer) => new Uint8Array(picture)
let width = 40

/** A statement, and a picture that was sent for it and looks like no other. */
async function withPicture({ inText = true, alt = 'Канал зимой' } = {}) {
  const { coordinator, coalition } = await found(server)
  const { id, slug } = await statement(server, coordinator, coalition)
  const body = bytesOf(await gradient(++width, 30).png().toBuffer())
  const picture = await coordinator.call(keepPicture, { params: { statement: id }, body })
  if (inText) await put(id, picture, alt)
  return { coordinator, coalition, id, slug, picture }
}

const put = (id: string, picture: { asset: string }, alt = 'Канал') =>
  server.context.rooms.edit(id, null, (doc) =>
    appendNodes(bodyOf(doc, 'ru'), [
      {
        type: 'image',
        attrs: { id: 'pic', ...picture, alt },
        content: [{ type: 'text', text: 'Канал, 2026' }],
      },
    ]),
  )

const look = async (browser: Browser, asset: string, headers = {}) =>
  (await browser.fetch(picturePath(asset), { headers })).status

test('a picture is named by the SHA-256 of its bytes, and is what it says it is', async () => {
  const { coordinator, picture } = await withPicture()
  const response = await coordinator.fetch(picturePath(picture.asset))
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect(fingerprintOfBytes(bytes)).toBe(picture.asset)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; sandbox",
  })
})

test('[SAFE2] what a photograph tells beside its pixels is not in the database', async () => {
  const { coordinator, id } = await withPicture()
  await coordinator.call(keepPicture, {
    params: { statement: id },
    body: bytesOf(await photograph()),
  })
  const { rows } = await server.context.database.pool.query(
    "select position('Bishkek'::bytea in bytes) + position('Exif'::bytea in bytes) as found from picture",
  )
  expect(rows.every(({ found }) => found === 0)).toBe(true)
})

test('a draft’s picture is for those who may read the draft, and for nobody else', async () => {
  const { coordinator, coalition, id, picture } = await withPicture()
  const reader = await invite(server, coordinator, coalition, 'reader', id)
  const { coordinator: other } = await found(server)
  expect(await look(reader, picture.asset)).toBe(200)
  expect(await look(other, picture.asset)).toBe(404)
  expect(await look(server.visitor(), picture.asset)).toBe(404)
  const body = bytesOf(await gradient(10, 10).png().toBuffer())
  const sent = { params: { statement: id }, body }
  expect(await reader.refusal(keepPicture, sent)).toBe('not-allowed')
})

test('a picture is brought along to another text by whoever may see it where it stands', async () => {
  const { coordinator, coalition, id, picture } = await withPicture()
  const { id: to } = await statement(server, coordinator, coalition)
  const sent = { params: { statement: to }, body: { asset: picture.asset } }
  const there = await invite(server, coordinator, coalition, 'reader', to)
  expect(await look(there, picture.asset)).toBe(404)
  expect(await there.refusal(bringPicture, sent)).toBe('not-allowed')
  expect(await coordinator.call(bringPicture, sent)).toEqual(picture)
  expect(await coordinator.call(bringPicture, sent)).toEqual(picture)
  expect(await look(there, picture.asset)).toBe(200)
  await put(to, picture)
  expect((await freeze(coordinator, to)).number).toBe(1)
  expect(await look(there, picture.asset)).toBe(200)
  expect(await coordinator.refusal(bringPicture, { ...sent, params: { statement: id } })).toBe(
    'done',
  )
})

test('[SIGN5] a picture that one may not see is refused as one that is not there', async () => {
  const { coordinator, coalition, picture } = await withPicture()
  const { id: to } = await statement(server, coordinator, coalition)
  const editor = await invite(server, coordinator, coalition, 'editor', to)
  const { coordinator: stranger, coalition: elsewhere } = await found(server)
  const { id: theirs } = await statement(server, stranger, elsewhere)
  const answer = async (browser: Browser, statementId: string, asset: string) => {
    const response = await browser.send(bringPicture, {
      params: { statement: statementId },
      body: { asset },
    })
    const { refusal, details } = await response.json()
    return { status: response.status, refusal, details }
  }
  const missing = await answer(editor, to, 'f'.repeat(64))
  expect(missing).toMatchObject({ status: 404, refusal: 'not-found' })
  expect(await answer(editor, to, picture.asset)).toEqual(missing)
  expect(await answer(stranger, theirs, picture.asset)).toEqual(missing)
  expect(await look(stranger, picture.asset)).toBe(404)
  expect((await answer(editor, to, '../x')).status).toBe(422)
})

test('[SIGN1] whoever is asked to sign sees the picture of the candidate, and of nothing else', async () => {
  const { coordinator, coalition, id, picture } = await withPicture()
  const signer = await organisation(coordinator, coalition)
  await freeze(coordinator, id)
  const later = await coordinator.call(keepPicture, {
    params: { statement: id },
    body: bytesOf(await gradient(11, 10).png().toBuffer()),
  })
  const headers = { Authorization: `Bearer ${await askToSign(coordinator, id, signer.id)}` }
  expect(await look(server.visitor(), picture.asset, headers)).toBe(200)
  expect(await look(server.visitor(), later.asset, headers)).toBe(404)
  expect(await look(server.visitor(), picture.asset)).toBe(404)
})

test('[PUB2] a published picture is for everybody and stays; the file carries it in itself', async () => {
  const { coordinator, coalition, id, slug, picture } = await withPicture()
  const second = await invite(server, coordinator, coalition, 'co-ordinator')
  const signer = await organisation(coordinator, coalition)
  const release = await freeze(coordinator, id)
  await sign(server.visitor(), await askToSign(coordinator, id, signer.id))
  await admitAll(second, id)
  await publish(coordinator, release)
  const response = await server.visitor().fetch(picturePath(picture.asset))
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const bytes = Buffer.from(await response.arrayBuffer())
  const page = await (await server.visitor().fetch(`/p/${slug}/1/ru`)).text()
  expect(page).toContain(
    `<img src="/pictures/${picture.asset}" alt="Канал зимой" width="${picture.width}" height="30" loading="lazy"`,
  )
  const file = await (await server.visitor().fetch(`/p/${slug}/1/${slug}-1.ru.html`)).text()
  expect(file).toContain(`src="data:image/png;base64,${bytes.toString('base64')}"`)
  const json = await (await server.visitor().fetch(`/p/${slug}/1/${slug}-1.json`)).json()
  expect(JSON.stringify(json)).toContain(picture.asset)
})

test('[REL1] a picture that is not here, or has no words, keeps the text from being frozen', async () => {
  const { coordinator, id } = await withPicture({ alt: ' ' })
  await put(id, { asset: 'f'.repeat(64) })
  const { problems } = await coordinator.call(previewFreeze, {
    params: { statement: id },
    body: { leftOut: [], authentic: ['ru'], prevailing: null },
  })
  expect(problems).toEqual([
    { code: 'image-without-words', language: 'ru', block: 'pic' },
    { code: 'missing-image', language: 'ru', block: 'pic-2' },
  ])
})

test('[REL3] what a release carries is neither changed nor deleted', async () => {
  const { coordinator, id, picture } = await withPicture()
  await freeze(coordinator, id)
  const { pool } = server.context.database
  const where = `where asset = '${picture.asset}'`
  await expect(pool.query(`update picture set bytes = 'x' ${where}`)).rejects.toThrow()
  await expect(pool.query(`delete from picture ${where}`)).rejects.toThrow()
  await expect(pool.query(`delete from release_picture ${where}`)).rejects.toThrow()
})

test('[SAFE8] a picture that nothing names goes after two days; one in text, history or release stays', async () => {
  const unused = await withPicture({ inText: false })
  const used = await withPicture()
  const taken = await withPicture()
  const frozen = await withPicture()
  const dropBody = ({ id }: { id: string }) =>
    server.context.rooms.edit(id, null, (doc) => {
      const body = bodyOf(doc, 'ru')
      body.delete(body.length - 1, 1)
    })
  await freeze(frozen.coordinator, frozen.id)
  await dropBody(taken)
  await dropBody(frozen)
  // What names a picture may have been packed away since.
  const client = await server.context.database.connect()
  for (const { id } of [used, taken]) expect(await takeSnapshot(client, id)).not.toBeNull()
  await client.end()
  const here = async () =>
    Promise.all(
      [unused, used, taken, frozen].map(({ coordinator, picture }) =>
        look(coordinator, picture.asset),
      ),
    )
  await forgetPictures(server.context)
  expect(await here()).toEqual([200, 200, 200, 200])
  server.clock.turn({ days: 2 })
  await forgetPictures(server.context)
  expect(await here()).toEqual([404, 200, 200, 200])
})

test('the same picture is kept once, whoever brings it in', async () => {
  const { coordinator, id } = await withPicture()
  const body = bytesOf(await photograph())
  const sent = await coordinator.call(keepPicture, { params: { statement: id }, body })
  expect(await keep(server.context, id, body)).toEqual(sent)
  const { rows } = await server.context.database.pool.query(
    'select count(*)::int as count from picture where statement_id = $1 and asset = $2',
    [id, sent.asset],
  )
  expect(rows).toEqual([{ count: 1 }])
})

test('what is no picture, or too large a file, is refused with words', async () => {
  const { coordinator, id } = await withPicture()
  const send = (body: Uint8Array<ArrayBuffer>) =>
    coordinator.refusal(keepPicture, { params: { statement: id }, body })
  expect(await send(new TextEncoder().encode('<svg/>'))).toBe('not-a-picture')
  expect(await send(new Uint8Array(mostPictureBytes + 1))).toBe('picture-too-large')
})
