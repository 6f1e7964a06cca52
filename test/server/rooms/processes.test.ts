/** Two processes on one database: one text, the same roles, nothing lost between them. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type RunningServer, startServer } from '#server/start-server.ts'
import { changeRole } from '#shared/api/people.ts'
import { readDraft } from '#shared/api/statements.ts'
import { Browser } from '../../support/browser.ts'
import { found, invite, personIn, statement } from '../../support/coalition.ts'
import { Drafter } from '../../support/drafter.ts'
import { testConfig, testServer } from '../../support/server.ts'

const server = testServer()
const open: Drafter[] = []
let other: RunningServer

beforeAll(async () => {
  other = await startServer(testConfig(server.databaseUrl), { clock: server.clock })
})
afterAll(() => other.stop())
afterEach(() => {
  for (const drafter of open.splice(0)) drafter.leave()
})

/** The same session, through the other process. */
function elsewhere({ cookie }: Browser): Browser {
  const browser = new Browser(other.publicUrl)
  browser.cookie = cookie
  return browser
}

async function draft(browser: Browser, id: string): Promise<Drafter> {
  const drafter = new Drafter(browser, id)
  open.push(drafter)
  await drafter.synced()
  return drafter
}

async function coalitionWithText() {
  const { coordinator, coalition } = await found(server)
  const { id } = await statement(server, coordinator, coalition)
  const editor = await invite(server, coordinator, coalition, 'editor')
  return { coordinator, coalition, id, editor }
}

test('[DRAFT1] two who type at once through two processes end with the same text', async () => {
  const { coordinator, id, editor } = await coalitionWithText()
  const [a, b] = [await draft(coordinator, id), await draft(elsewhere(editor), id)]
  for (let i = 0; i < 30; i++) {
    a.type(`а${i} `)
    b.type(`б${i} `)
  }
  await Promise.all([a.saved(), b.saved()])
  await Promise.all([
    a.until(() => a.words().includes('б29')),
    b.until(() => b.words().includes('а29')),
  ])
  expect(a.words()).toBe(b.words())
})

test('[DRAFT1] each sees the caret of the other, with the true name', async () => {
  const { coordinator, id, editor } = await coalitionWithText()
  const a = await draft(coordinator, id)
  const b = await draft(elsewhere(editor), id)
  const present = (drafter: Drafter) => drafter.provider.awareness.getStates().size
  a.provider.awareness.setLocalStateField('cursor', { anchor: 1, head: 1 })
  b.provider.awareness.setLocalStateField('cursor', { anchor: 2, head: 2 })
  await Promise.all([
    new Promise<void>((done) => {
      const look = () => present(a) > 1 && done()
      a.provider.awareness.on('change', look)
      look()
    }),
    new Promise<void>((done) => {
      const look = () => present(b) > 1 && done()
      b.provider.awareness.on('change', look)
      look()
    }),
  ])
  expect(present(a)).toBe(2)
})

test('[DRAFT2] who comes back through the other process brings along what only the first had', async () => {
  const { coordinator, id, editor } = await coalitionWithText()
  const a = await draft(coordinator, id)
  const b = await draft(editor, id)
  a.type('а1 ')
  await a.saved()
  await b.until(() => b.words().includes('а1'))
  const again = new Drafter(elsewhere(editor), id)
  open.push(again)
  Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(b.doc))
  await again.synced()
  again.type('б1 ')
  await again.saved()
  await a.until(() => a.words().includes('б1'))
  expect(a.words()).toBe(again.words())
})

test('[SAFE3] a role that is changed through one process reaches a socket of the other', async () => {
  const { coordinator, coalition, id, editor } = await coalitionWithText()
  const b = await draft(elsewhere(editor), id)
  await b.until(() => b.mode === 'edit')
  const person = await personIn(editor)
  await coordinator.call(changeRole, { params: { coalition, person }, body: { role: 'reader' } })
  await b.until(() => b.mode === 'read')
  expect(b.mode).toBe('read')
})

test('[REL1] a text read through one process has what was saved through the other just before', async () => {
  const { coordinator, id, editor } = await coalitionWithText()
  const b = await draft(elsewhere(editor), id)
  // The room is open here too, and has not been told yet.
  await draft(coordinator, id)
  for (let i = 0; i < 10; i++) {
    b.type(`<${i}>`)
    await b.saved()
    const read = await coordinator.call(readDraft, {
      params: { statement: id },
      query: { language: 'ru' },
    })
    expect(JSON.stringify(read)).toContain(`<${i}>`)
  }
})

test('a process that was not told for a while looks at everything anew', async () => {
  const { coordinator, id, editor } = await coalitionWithText()
  const [a, b] = [await draft(coordinator, id), await draft(elsewhere(editor), id)]
  const { rowCount } = await server.context.database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()",
  )
  expect(rowCount).toBe(2)
  a.type('после')
  await a.saved()
  await b.until(() => b.words().includes('после'))
  expect(a.words()).toBe(b.words())
})
