/** A locked draft: nobody writes in it, through whichever process, and what was typed too late comes in when it is unlocked. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from '#server/start-server.ts'
import { importFile, lockDraft, seeStatement } from '#shared/api/statements.ts'
import { Browser } from '../../support/browser.ts'
import { found, freeze, invite, statement } from '../../support/coalition.ts'
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

async function coalitionWithText() {
  const { coordinator, coalition } = await found(server)
  const { id } = await statement(server, coordinator, coalition)
  const editor = await invite(server, coordinator, coalition, 'editor')
  const lock = (locked: boolean, by = coordinator) =>
    by.call(lockDraft, { params: { statement: id }, body: { locked } })
  return { coordinator, coalition, id, editor, lock }
}

/** Opens the text through the other process. */
async function draft({ cookie }: Browser, id: string): Promise<Drafter> {
  const browser = new Browser(other.publicUrl)
  browser.cookie = cookie
  const drafter = new Drafter(browser, id)
  open.push(drafter)
  await drafter.synced()
  return drafter
}

async function rowsOf(id: string): Promise<number> {
  const { rows } = await server.context.database.pool.query(
    'select count(*)::int as n from draft_update where statement_id = $1',
    [id],
  )
  return rows[0].n
}

test('[SAFE3] a lock holds from its answer on, on open sockets of every process, and loses nothing', async () => {
  const { coordinator, id, editor, lock } = await coalitionWithText()
  const [writer, witness] = [await draft(editor, id), await draft(coordinator, id)]
  let closed = 0
  writer.provider.on('connection-close', () => closed++)
  let words = 0
  const typing = setInterval(() => writer.type(`<${++words}>`), 1)
  await witness.until(() => witness.words().includes('<5>'))
  expect((await lock(true)).locked).toBe(true)
  const stored = await rowsOf(id)
  const typed = words
  await expect.poll(() => words - typed).toBeGreaterThan(30)
  clearInterval(typing)
  await writer.until(() => writer.mode === 'locked')
  await witness.until(() => witness.mode === 'locked')
  expect(await rowsOf(id)).toBe(stored)
  expect(witness.words()).not.toContain(`<${words}>`)
  expect((await lock(false)).locked).toBe(false)
  await writer.saved()
  await witness.until(() => witness.words() === writer.words())
  expect([closed, witness.words().includes(`<${words}>`)]).toEqual([0, true])
})

test('[SAFE3] who opens a locked draft is told so, a reader that it is read, and a call is refused', async () => {
  const { coordinator, coalition, id, editor, lock } = await coalitionWithText()
  const reader = await invite(server, coordinator, coalition, 'reader')
  await lock(true)
  await lock(true)
  const modes = await Promise.all(
    [editor, reader].map(async (browser) => {
      const drafter = await draft(browser, id)
      await drafter.until(() => drafter.mode !== null)
      return drafter.mode
    }),
  )
  expect(modes).toEqual(['locked', 'read'])
  const call = {
    params: { statement: id },
    query: { language: 'ru', format: 'txt', place: 'append' },
    body: new TextEncoder().encode('вода'),
  } as const
  expect(await editor.refusal(importFile, call)).toBe('draft-locked')
  expect(await reader.refusal(importFile, call)).toBe('not-allowed')
  expect((await editor.call(seeStatement, { params: { statement: id } })).locked).toBe(true)
})

test('[REV1] only a co-ordinator locks and unlocks; a locked draft can be frozen', async () => {
  const { coordinator, id, editor, lock } = await coalitionWithText()
  const locking = { params: { statement: id }, body: { locked: true } }
  expect(await editor.refusal(lockDraft, locking)).toBe('not-allowed')
  expect(await server.visitor().refusal(lockDraft, locking)).toBe('signed-out')
  await lock(true)
  expect((await freeze(coordinator, id)).number).toBe(1)
  expect(
    await editor.refusal(lockDraft, { params: { statement: id }, body: { locked: false } }),
  ).toBe('not-allowed')
})

test('[SAFE3] a lock does not fail because those who type hold what it needs', async () => {
  const { coordinator, coalition, id, lock } = await coalitionWithText()
  const editors = await Promise.all(
    Array.from({ length: 6 }, () => invite(server, coordinator, coalition, 'editor')),
  )
  const writers = await Promise.all(editors.map((editor) => draft(editor, id)))
  const typing = setInterval(() => {
    for (const writer of writers) writer.type('в')
  }, 1)
  for (const locked of [true, false, true, false, true, false]) {
    expect((await lock(locked)).locked).toBe(locked)
  }
  clearInterval(typing)
  await Promise.all(writers.map((writer) => writer.saved()))
  const [first] = writers
  for (const writer of writers) await writer.until(() => writer.words() === first?.words())
  expect(first?.words().match(/в/g)?.length).toBeGreaterThan(6)
})
