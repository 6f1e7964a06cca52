/** Permalinks and files: what stands there, what does not, and that nobody else's script or style does. */
import { expect, test } from 'vitest'
import { fingerprintOf } from '#shared/text/fingerprint.ts'
import {
  admitAll,
  askToSign,
  found,
  freeze,
  organisation,
  publish,
  publishedStatement,
  sign,
  statement,
  write,
} from '../../support/coalition.ts'
import { flipped, minisignSays } from '../../support/minisign.ts'
import { testServer } from '../../support/server.ts'
import { leftOut, minisignPath } from '../../support/system-programs.ts'

const server = testServer()
const pathOf = (address: string) => new URL(address).pathname
const get = (path: string, headers = {}) => server.visitor().fetch(path, { headers })

test('[PUB1] the old permalink stays as it was and tells of the newer one; latest leads there', async () => {
  const { coordinator, second, statement: it, release, bearer } = await publishedStatement(server)
  const first = await (await get(pathOf(release.permalink))).text()
  await write(server, it.id, ['ru'], 'Второй пункт.')
  const next = await freeze(coordinator, it.id)
  await sign(server.visitor(), bearer)
  await admitAll(second, it.id)
  const newer = await publish(coordinator, next)
  const old = await (await get(pathOf(release.permalink))).text()
  expect(old).toContain('Просим открыть шлюз.')
  expect(old).not.toContain('Второй пункт.')
  expect(first).not.toContain('class="notice"')
  expect(old).toContain('class="notice"')
  const latest = await get(`/p/${it.slug}/latest`)
  expect([latest.status, latest.headers.get('location')]).toEqual([302, pathOf(newer.permalink)])
})

test('[SIGN5] a candidate looks like nothing at all', async () => {
  const { coordinator, coalition } = await found(server)
  const it = await statement(server, coordinator, coalition)
  const nothing = await get('/p/nothing-here/1')
  await freeze(coordinator, it.id)
  for (const path of [
    `/p/${it.slug}`,
    `/p/${it.slug}/1`,
    `/p/${it.slug}/1/ru`,
    `/p/${it.slug}/latest`,
  ]) {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe(await (await get('/p/nothing-here/1')).text())
  }
  expect(nothing.status).toBe(404)
})

test('[SIGN8] a withheld name is in no page, file or header', async () => {
  const { coordinator, second, coalition, statement: it } = await publishedStatement(server)
  await write(server, it.id, ['ru'], 'Ещё.')
  const release = await freeze(coordinator, it.id)
  for (const [name, visibility] of [
    ['Тайная организация', 'withheld'],
    ['Секретный центр', 'confidential'],
    ['Явная организация', 'public'],
  ] as const) {
    const { id } = await organisation(coordinator, coalition, 'TJ', name)
    await sign(
      server.visitor(),
      await askToSign(coordinator, it.id, id),
      visibility,
      `${name}: глава`,
    )
  }
  await admitAll(second, it.id)
  const { permalink } = await publish(coordinator, release)
  const base = pathOf(permalink)
  const file = `${it.slug}-2`
  const paths = [
    base,
    `${base}/ru`,
    `${base}/${file}.json`,
    `${base}/${file}.ru.html`,
    '/p',
    `/p/${it.slug}`,
  ]
  for (const path of paths) {
    const response = await get(path)
    const everything = JSON.stringify([...response.headers]) + (await response.text())
    expect(everything).not.toMatch(/Тайная|Секретный/)
  }
  expect(await (await get(base)).text()).toContain('Явная организация')
})

test('[PUB2] the page carries no script, and its policy allows none', async () => {
  const { release } = await publishedStatement(server)
  const response = await get(pathOf(release.permalink))
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('script-src')
  expect(policy).toMatch(/style-src 'sha256-[\w+/=]+'/)
  expect(await response.text()).not.toContain('<script')
})

test.skipIf(leftOut(minisignPath))(
  '[PUB4] minisign accepts the downloads, and refuses them after any change',
  async () => {
    const { release, statement: it } = await publishedStatement(server)
    const base = pathOf(release.permalink)
    const key = await (await get(`/p/${it.slug}/minisign.pub`)).text()
    for (const name of [`${it.slug}-1.json`, `${it.slug}-1.ru.html`]) {
      const bytes = Buffer.from(await (await get(`${base}/${name}`)).arrayBuffer())
      const signature = await (await get(`${base}/${name}.minisig`)).text()
      const says = (file: Buffer) => minisignSays({ name, bytes: file, signature, key })
      expect(says(bytes)).toContain('Signature and comment signature verified')
      expect(() => says(flipped(bytes, bytes.length >> 1))).toThrow()
    }
  },
)

test('[PUB1] whoever keeps a copy asks whether it still holds, and is not sent it twice', async () => {
  const { release } = await publishedStatement(server)
  const page = await get(pathOf(release.permalink))
  expect(page.headers.get('cache-control')).toBe('public, no-cache')
  const tag = page.headers.get('etag') ?? ''
  const again = await get(pathOf(release.permalink), { 'if-none-match': tag })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('[REL2] the downloaded JSON has the fingerprint that the page shows', async () => {
  const { release, statement: it } = await publishedStatement(server)
  const json = await (await get(`${pathOf(release.permalink)}/${it.slug}-1.json`)).text()
  expect(fingerprintOf(json)).toBe(release.fingerprint)
})

test('[PUB3] two downloads of one release are the same bytes', async () => {
  const { release, statement: it } = await publishedStatement(server)
  for (const name of [`${it.slug}-1.json`, `${it.slug}-1.ru.html`, `${it.slug}-1.json.minisig`]) {
    const path = `${pathOf(release.permalink)}/${name}`
    const first = await (await get(path)).text()
    server.clock.turn({ days: 3 })
    expect(await (await get(path)).text()).toBe(first)
  }
})

test('[SAFE1] every page of ours names no other host', async () => {
  const { release } = await publishedStatement(server)
  for (const path of ['/', '/sign', '/p', pathOf(release.permalink), '/nothing']) {
    const response = await get(path)
    const everything =
      (response.headers.get('content-security-policy') ?? '') + (await response.text())
    const hosts = [...everything.matchAll(/(?:https?|wss?):\/\/([\w.:-]+)/g)].map(
      ([, host]) => host,
    )
    expect(new Set(hosts.filter((host) => !host?.startsWith('localhost')))).toEqual(new Set())
  }
})

test('every answer keeps itself out of frames, guesses and referrers', async () => {
  for (const path of ['/', '/p', '/api/me', '/health', '/nothing']) {
    const { headers } = await get(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  }
})

test('fonts come from here, and no other file does by their way', async () => {
  const font = await get('/fonts/golos-text-cyrillic-wght-normal.woff2')
  expect(font.headers.get('content-type')).toBe('font/woff2')
  for (const path of [
    '/fonts/../package.json',
    '/fonts/golos-text-nothing.woff2',
    '/fonts/%2e%2e%2fpackage.json',
  ]) {
    expect((await get(path)).status).toBe(404)
  }
})
