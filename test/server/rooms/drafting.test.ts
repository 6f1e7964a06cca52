/** Drafting together over real sockets and a real database, with the published y-websocket client. */
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { changeRole, removePerson, signOut } from '#shared/api/people.ts'
import { listStatements, readDraft } from '#shared/api/statements.ts'
import { closeCodes } from '#shared/sync/close-codes.ts'
import { messageTypes, syncTypes } from '#shared/sync/messages.ts'
import { bodyOf } from '#shared/text/draft.ts'
import { schemaVersion } from '#shared/text/schema.ts'
import type { Browser } from '../../support/browser.ts'
import { found, invite, personIn, statement } from '../../support/coalition.ts'
import { Drafter } from '../../support/drafter.ts'
import { testServer } from '../../support/server.ts'

const server = testServer()
const open: Drafter[] = []

afterEach(() => {
  for (const drafter of open.splice(0)) drafter.leave()
})

/** Opens the text as this person and waits until it is there. */
async function draft(browser: Browser, id: string): Promise<Drafter> {
  const drafter = new Drafter(browser, id)
  open.push(drafter)
  await drafter.synced()
  return drafter
}

async function coalitionWithText() {
  const { coordinator, coalition } = await found(server)
  const { id } = await statement(server, coordinator, coalition)
  return { coordinator, coalition, id }
}

const rows = async (id: string) => {
  const { rows } = await server.context.database.pool.query(
    'select count(*)::int as n from draft_update where statement_id = $1',
    [id],
  )
  return rows[0].n as number
}

test('[DRAFT1] two drafters who type in the same paragraph at once end with the same text', async () => {
  const { coordinator, coalition, id } = await coalitionWithText()
  const editor = await invite(server, coordinator, coalition, 'editor')
  const [a, b] = [await draft(coordinator, id), await draft(editor, id)]
  for (let i = 0; i < 20; i++) {
    a.type(`а${i} `)
    b.type(`б${i} `)
  }
  await Promise.all([a.saved(), b.saved()])
  await Promise.all([
    a.until(() => a.words().includes('б19')),
    b.until(() => b.words().includes('а19')),
  ])
  expect(a.words()).toBe(b.words())
})

test('[DRAFT2] what was told to be saved is in the database', async () => {
  const { coordinator, id } = await coalitionWithText()
  const a = await draft(coordinator, id)
  a.write('Уже на диске')
  await a.saved()
  const stored = new Y.Doc()
  for (const update of (await server.context.draftLog.load(id)).updates)
    Y.applyUpdate(stored, update)
  expect(bodyOf(stored, 'ru').toString()).toContain('Уже на диске')
})

test('[DRAFT2] a full disk pauses the draft; nothing is lost when there is room again', async () => {
  const { coordinator, id } = await coalitionWithText()
  const [a, b] = [await draft(coordinator, id), await draft(coordinator, id)]
  const { pool } = server.context.database
  await pool.query(`
    create function no_room() returns trigger language plpgsql as
    $$ begin raise exception 'no space left on device' using errcode = 'disk_full'; end $$;
    create trigger no_room before insert on draft_update for each statement execute function no_room();`)
  a.write('Пишу дальше')
  await a.until(() => a.mode === 'paused')
  expect(b.words()).not.toContain('Пишу дальше')
  await pool.query('drop trigger no_room on draft_update; drop function no_room')
  await a.saved()
  await b.until(() => b.words().includes('Пишу дальше'))
  expect(a.mode).toBe('edit')
})

test('[REV1] whatever a reader sends changes not one byte', async () => {
  const { coordinator, coalition, id } = await coalitionWithText()
  const reader = await invite(server, coordinator, coalition, 'reader')
  const before = await rows(id)
  const doc = new Y.Doc()
  doc.getText('x').insert(0, 'подделка')
  const update = Y.encodeStateAsUpdate(doc)
  for (const type of [syncTypes.missing, syncTypes.update]) {
    const a = await draft(reader, id)
    expect(a.mode).toBe('read')
    const closed = a.closed()
    a.sendFrame(new Uint8Array([messageTypes.sync, type, update.length, ...update]))
    expect(await closed).toBe(closeCodes.notAllowed)
  }
  expect(await rows(id)).toBe(before)
})

test('a reader sees what is being written, live', async () => {
  const { coordinator, coalition, id } = await coalitionWithText()
  const reader = await invite(server, coordinator, coalition, 'reader', id)
  const [a, b] = [await draft(coordinator, id), await draft(reader, id)]
  a.write('Видно сразу')
  await b.until(() => b.words().includes('Видно сразу'))
})

test('[SAFE3] a removed person’s open text closes, and does not open again', async () => {
  const { coordinator, coalition, id } = await coalitionWithText()
  const editor = await invite(server, coordinator, coalition, 'editor')
  const person = await personIn(editor)
  const a = await draft(editor, id)
  const closed = a.closed()
  await coordinator.call(removePerson, { params: { coalition, person } })
  expect(await closed).toBe(closeCodes.notFound)
  const again = new Drafter(editor, id)
  open.push(again)
  expect(await again.closed()).toBe(closeCodes.notFound)
})

test('[SAFE3] a changed role reaches an open text', async () => {
  const { coordinator, coalition, id } = await coalitionWithText()
  const editor = await invite(server, coordinator, coalition, 'editor')
  const person = await personIn(editor)
  const a = await draft(editor, id)
  await coordinator.call(changeRole, { params: { coalition, person }, body: { role: 'reader' } })
  await a.until(() => a.mode === 'read')
  await coordinator.call(changeRole, { params: { coalition, person }, body: { role: 'editor' } })
  await a.until(() => a.mode === 'edit')
})

test('[SAFE3] ending all my sessions closes what I have open', async () => {
  const { coordinator, id } = await coalitionWithText()
  const a = await draft(coordinator, id)
  const closed = a.closed()
  await coordinator.call(signOut, { body: { everywhere: true } })
  expect(await closed).toBe(closeCodes.signedOut)
})

test('an editor that knows an older schema is told to load again', async () => {
  const { coordinator, id } = await coalitionWithText()
  const a = new Drafter(coordinator, id)
  open.push(a)
  a.provider.disconnect()
  a.provider.params = { schema: '0' }
  a.provider.connect()
  expect(await a.closed()).toBe(closeCodes.outdated)
})

test('a socket that another site opens is refused, session or not', async () => {
  const { coordinator, id } = await coalitionWithText()
  const { default: WebSocket } = await import('ws')
  const socket = new WebSocket(
    `${server.publicUrl.replace('http', 'ws')}/sync/${id}?schema=${schemaVersion}`,
    {
      headers: { Cookie: coordinator.cookie, Origin: 'https://evil.example' },
    },
  )
  const code = await new Promise((done) => socket.on('close', done))
  expect(code).toBe(closeCodes.notAllowed)
})

test('a stranger, and somebody of another coalition, find no such text', async () => {
  const { id } = await coalitionWithText()
  const { coordinator: foreign } = await found(server)
  for (const [browser, code] of [
    [server.visitor(), closeCodes.signedOut],
    [foreign, closeCodes.notFound],
  ] as const) {
    const a = new Drafter(browser, id)
    open.push(a)
    expect(await a.closed()).toBe(code)
  }
})

test('everybody is seen under the name that their session has', async () => {
  const { coordinator, coalition, id } = await coalitionWithText()
  const editor = await invite(server, coordinator, coalition, 'editor')
  const [a, b] = [await draft(coordinator, id), await draft(editor, id)]
  const names = () =>
    [...a.provider.awareness.getStates().values()].map((state) => state.user?.name)
  b.provider.awareness.setLocalState({ user: { name: 'Президент' }, cursor: null })
  const seen = new Promise<void>((done) => {
    a.provider.awareness.on('change', () => names().some((name) => /^Гость/.test(name)) && done())
  })
  await seen
  expect(names()).not.toContain('Президент')
})

test('a draft’s title in lists follows the text', async () => {
  const { coordinator, coalition, id } = await coalitionWithText()
  const a = await draft(coordinator, id)
  const title = bodyOf(a.doc, 'ru').get(0) as Y.XmlText
  title.insert(title.length, ' и о доверии')
  await a.saved()
  await expect
    .poll(async () => {
      const list = await coordinator.call(listStatements, { params: { coalition } })
      return list.find((one) => one.id === id)?.titles.ru
    })
    .toBe('О воде (ru) и о доверии')
})

test('a text that holds what the schema does not know is told of, not mended', async () => {
  const { coordinator, id } = await coalitionWithText()
  const a = await draft(coordinator, id)
  bodyOf(a.doc, 'ru').insert(0, [new Y.XmlElement('malware')])
  await a.saved()
  const { problems } = await coordinator.call(readDraft, {
    params: { statement: id },
    query: { language: 'ru' },
  })
  expect(problems).toEqual([{ code: 'unreadable', language: 'ru' }])
  expect(bodyOf(a.doc, 'ru').toString()).toContain('malware')
})
