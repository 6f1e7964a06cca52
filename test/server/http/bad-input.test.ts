/** Hostile and broken input: a clear refusal each time, and nothing changed. */
import { request } from 'node:http'
import { zipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { addOrganisation } from '#shared/api/coalitions.ts'
import { acceptInvitation, invitePerson, renameMe } from '#shared/api/people.ts'
import { importFile, readDraft, startStatement } from '#shared/api/statements.ts'
import { type Browser, tokenOf } from '../../support/browser.ts'
import { found, statement } from '../../support/coalition.ts'
import { testServer } from '../../support/server.ts'
import { listed, paragraph, styled, wordFile } from '../../support/word-file.ts'

const server = testServer()
let coordinator: Browser
let coalition: string
let id: string

beforeAll(async () => {
  ;({ coordinator, coalition } = await found(server))
  id = (await statement(server, coordinator, coalition)).id
})

/** How many rows every table has, to see that nothing changed; but for drafts, which are packed away at any moment. */
async function rows(): Promise<string> {
  const { pool } = server.context.database
  const tables = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'
     and table_name not like 'draft%' order by 1`,
  )
  const counts = await Promise.all(
    tables.rows.map(async ({ name }) => {
      const { rows } = await pool.query(`select count(*)::int as n from ${name}`)
      return `${name}:${rows[0].n}`
    }),
  )
  return counts.join(' ')
}

const draft = () =>
  coordinator.call(readDraft, { params: { statement: id }, query: { language: 'ru' } })

const bringIn = (body: Uint8Array, place: 'replace' | 'append' = 'append') =>
  coordinator.refusal(importFile, {
    params: { statement: id },
    query: { language: 'ru', place, format: 'docx' },
    body: body as Uint8Array<ArrayBuffer>,
  })

const encrypted = () => {
  const bytes = new Uint8Array(4096)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024)
  return bytes
}

const zeros = new Uint8Array(200 * 1024 * 1024)

test.each([
  ['a text file', new TextEncoder().encode('это не Word'), 'unreadable-file'],
  ['an empty file', new Uint8Array(), 'unreadable-file'],
  ['a zip without a document', zipSync({ 'a.txt': new Uint8Array([1]) }), 'unreadable-file'],
  ['a file with a password', encrypted(), 'file-encrypted'],
  ['a zip bomb', zipSync({ 'word/document.xml': zeros }), 'file-too-large'],
  ['a file without text', wordFile({ body: paragraph('') }), 'file-empty'],
])('[DRAFT7] %s is refused and changes nothing', async (_, bytes, code) => {
  const before = [await rows(), await draft()]
  expect(await bringIn(bytes)).toBe(code)
  expect([await rows(), await draft()]).toEqual(before)
})

test('a file of 200 MB is refused before it has been sent', async () => {
  const before = await rows()
  const { port } = new URL(server.publicUrl)
  const answer = await new Promise<{ status: number; text: string }>((done, failed) => {
    const sending = request({
      port,
      method: 'POST',
      path: `/api/statements/${id}/draft/import?language=ru&place=append&format=docx`,
      headers: {
        Origin: server.publicUrl,
        Cookie: coordinator.cookie,
        'Content-Type': 'application/octet-stream',
        'Content-Length': zeros.length,
      },
    })
    sending.on('response', async (response) => {
      let text = ''
      for await (const part of response) text += part
      done({ status: response.statusCode ?? 0, text })
      sending.destroy()
    })
    sending.on('error', failed)
    sending.flushHeaders()
  })
  expect(answer.status).toBe(413)
  expect(JSON.parse(answer.text).refusal).toBe('file-too-large')
  expect(await rows()).toBe(before)
})

test('[DRAFT7] a proper file comes in with its heading, clauses and what was lost', async () => {
  const body = styled('Heading1', 'О воде') + listed(1, 0, 'Открыть шлюз.') + paragraph('Конец.')
  const result = await coordinator.call(importFile, {
    params: { statement: id },
    query: { language: 'ru', place: 'replace', format: 'docx' },
    body: wordFile({ body }) as Uint8Array<ArrayBuffer>,
  })
  expect(result.blockCount).toBe(3)
  const { text } = await coordinator.call(readDraft, {
    params: { statement: id },
    query: { language: 'ru' },
  })
  expect(JSON.stringify(text.blocks)).toContain('Открыть шлюз.')
})

test('a text longer than a draft may be is refused, and the draft is as it was', async () => {
  const file = wordFile({ body: paragraph('Очень длинный текст. '.repeat(400)).repeat(190) })
  let before = await draft()
  let answer = 'done'
  for (let i = 0; i < 10 && answer === 'done'; i++) {
    before = await draft()
    answer = await bringIn(file)
  }
  expect(answer).toBe('text-too-long')
  expect(await draft()).toEqual(before)
})

const badNames: [string, string, string][] = [
  ['10,000 characters', 'я'.repeat(10_000), 'form.too-long'],
  ['control characters', 'Айгүл\u0007', 'form.characters'],
  ['a mark that turns the direction of writing', 'Айгүл\u202eлүгйА', 'form.characters'],
  ['nothing but spaces', '   ', 'form.empty'],
  ['a null character', 'Ай\u0000гүл', 'form.characters'],
]

test.each(badNames)('a name of %s is refused in every place', async (_, name, rule) => {
  const { link } = await coordinator.call(invitePerson, {
    params: { coalition },
    body: { role: 'reader', statement: null },
  })
  const before = await rows()
  const tries = [
    coordinator.send(renameMe, { body: { name } }),
    server.visitor().send(acceptInvitation, { body: { token: tokenOf(link), name } }),
    coordinator.send(addOrganisation, {
      params: { coalition },
      body: { names: { ru: name }, country: 'KG', website: null },
    }),
    coordinator.send(startStatement, {
      params: { coalition },
      body: {
        symbol: 'KG-TJ/2026/999',
        kind: 'appeal',
        languages: ['ru'],
        addressees: { ru: [name] },
        titles: { ru: 'О воде' },
      },
    }),
  ]
  for (const response of await Promise.all(tries)) {
    expect(response.status).toBe(422)
    const { refusal, details } = await response.json()
    expect([refusal, details.rule]).toEqual(['invalid-input', rule])
    expect(details.field).not.toBe('')
    expect(JSON.stringify(details)).not.toContain('Айгүл')
  }
  expect(await rows()).toBe(before)
})

test.each([
  ['no JSON', '{"name":', 'application/json'],
  ['another type of content', 'name=x', 'application/x-www-form-urlencoded'],
  ['JSON that is no object', '[]', 'application/json'],
  ['bytes that are no text', new Uint8Array([0xff, 0xfe]), 'application/json'],
])('a body with %s is refused', async (_, body, type) => {
  const response = await coordinator.fetch('/api/me', {
    method: 'PATCH',
    body: body as string,
    headers: { 'Content-Type': type },
  })
  expect(response.status).toBe(422)
})

test('more JSON than any form needs is refused', async () => {
  const body = { name: 'я'.repeat(300_000) }
  expect(await coordinator.refusal(renameMe, { body })).toBe('too-large')
})

test('an address that is no web address is refused', async () => {
  for (const website of ['javascript:alert(1)', 'file:///etc/passwd', 'просто слова']) {
    const body = { names: { ru: 'Ак булак' }, country: 'KG' as const, website }
    expect(await coordinator.refusal(addOrganisation, { params: { coalition }, body })).toBe(
      'invalid-input',
    )
  }
})

test('[SAFE2] a stranger who asks too often is told when to come back', async () => {
  const visitor = server.visitor()
  let last = new Response()
  for (let i = 0; i < 400 && last.status !== 429; i++) {
    last = await visitor.send(acceptInvitation, { body: { token: 'x'.repeat(43), name: 'Гость' } })
  }
  expect(last.status).toBe(429)
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await last.json()).details.seconds).toBeGreaterThan(0)
})
