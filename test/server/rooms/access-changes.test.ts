/** Whoever may no longer write gets nothing in, however close the moment, and through whichever process. */
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { AccessChanged } from '#server/domain/draft-log.ts'
import { type RunningServer, startServer } from '#server/start-server.ts'
import { PostgresDraftLog } from '#server/store/draft-log.ts'
import { changeRole, removePerson, signOut } from '#shared/api/people.ts'
import { importFile } from '#shared/api/statements.ts'
import { readDraftNodes } from '#shared/text/draft.ts'
import { Browser } from '../../support/browser.ts'
import { found, invite, personIn, statement } from '../../support/coalition.ts'
import { Drafter } from '../../support/drafter.ts'
import { testConfig, testServer } from '../../support/server.ts'

const server = testServer()
const open: Drafter[] = []
let other: RunningServer
let log: PostgresDraftLog

beforeAll(async () => {
  other = await startServer(testConfig(server.databaseUrl), { clock: server.clock })
  log = new PostgresDraftLog(server.context.database)
})
afterAll(async () => {
  await log.close()
  await other.stop()
})
afterEach(() => {
  for (const drafter of open.splice(0)) drafter.leave()
})

async function coalitionWithText() {
  const { coordinator, coalition } = await found(server)
  const { id } = await statement(server, coordinator, coalition)
  const editor = await invite(server, coordinator, coalition, 'editor')
  return { coordinator, coalition, id, editor, person: await personIn(editor) }
}

async function changesOf(person: string): Promise<number> {
  const { rows } = await server.context.database.pool.query(
    'select access_changes as changes from person where id = $1',
    [person],
  )
  return rows[0].changes
}

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

const entry = (draftId: string, person: string, accessChanges: number) => ({
  statement: draftId,
  person,
  accessChanges,
  bytes: Uint8Array.of(1),
})

test('[SAFE3] each way in which somebody’s rights change is counted', async () => {
  const { coordinator, coalition, person, editor } = await coalitionWithText()
  const counts = [await changesOf(person)]
  await coordinator.call(changeRole, { params: { coalition, person }, body: { role: 'reader' } })
  counts.push(await changesOf(person))
  await editor.call(signOut, { body: { everywhere: false } })
  counts.push(await changesOf(person))
  await coordinator.call(removePerson, { params: { coalition, person } })
  counts.push(await changesOf(person))
  expect(counts.map((count) => count - (counts[0] ?? 0))).toEqual([0, 1, 2, 3])
})

test('[REV1] [SAFE3] what was let in before is refused; what others stored at the same moment is stored', async () => {
  const { person } = await coalitionWithText()
  const { person: another } = await coalitionWithText()
  const [changes, others] = [await changesOf(person), await changesOf(another)]
  const [here, there] = [randomUUID(), randomUUID()]
  const binding = { statement: here, client: 5, person }
  const [first, refused, last] = await Promise.allSettled([
    log.append([entry(there, another, others)], []),
    log.append([entry(here, person, changes - 1)], [binding]),
    log.append([entry(there, another, others)], []),
  ])
  expect([first.status, last.status]).toEqual(['fulfilled', 'fulfilled'])
  expect(refused).toMatchObject({ status: 'rejected', reason: expect.any(AccessChanged) })
  expect((await log.load(here)).updates).toEqual([])
  expect(await log.owners(here)).toEqual(new Map())
  expect((await log.load(there)).updates).toHaveLength(2)
})

test('[REV1] [SAFE3] an append that meets a change under way waits for it, and is refused', async () => {
  const { person, coalition } = await coalitionWithText()
  const changes = await changesOf(person)
  const draftId = randomUUID()
  const watched = await whileRightsChange({ person, coalition }, () =>
    log.append([entry(draftId, person, changes)], []),
  )
  expect(watched).toBeInstanceOf(AccessChanged)
  expect((await log.load(draftId)).updates).toEqual([])
})

test.each([
  ['reader', 'not-allowed'],
  ['guest', 'not-found'],
] as const)(
  '[REV1] [SAFE3] an import that meets a change under way is decided on anew (%s)',
  async (becomes, refusal) => {
    const { person, coalition, editor, id } = await coalitionWithText()
    const before = await rowsOf(id, person)
    const change =
      becomes === 'reader' ? "update person_role set role = 'reader'" : 'delete from person_role'
    expect(
      await whileRightsChange({ person, coalition, change }, () => bringIn(editor, id, 'чужое')),
    ).toMatchObject({
      code: refusal,
    })
    expect(await rowsOf(id, person)).toBe(before)
    expect(
      JSON.stringify(await server.context.rooms.read(id, (doc) => readDraftNodes(doc, 'ru'))),
    ).not.toContain('чужое')
  },
)

test('[SAFE3] an import by somebody whose role changes to another that may comes in, once', async () => {
  const { person, coalition, editor, id } = await coalitionWithText()
  const change = "update person_role set role = 'co-ordinator'"
  const done = await whileRightsChange({ person, coalition, change }, () =>
    bringIn(editor, id, 'вода'),
  )
  expect(done).toMatchObject({ blockCount: 1 })
  expect(await rowsOf(id, person)).toBe(1)
})

const bringIn = (browser: Browser, id: string, words: string) =>
  browser.call(importFile, {
    params: { statement: id },
    query: { language: 'ru', format: 'txt', place: 'append' },
    body: new TextEncoder().encode(words),
  })

/** Acts while a change of somebody's rights is under way, which is done as soon as an append waits for it; what came of the act. */
async function whileRightsChange(
  whose: { person: string; coalition: string; change?: string },
  act: () => Promise<unknown>,
): Promise<unknown> {
  const { person, coalition, change = "update person_role set role = 'reader'" } = whose
  const changing = await server.context.database.connect()
  await changing.query('begin')
  await changing.query(`${change} where person_id = $1 and coalition_id = $2`, [person, coalition])
  const done = act().catch((fault: unknown) => fault)
  await expect
    .poll(async () => {
      const { rows } = await server.context.database.pool.query(
        "select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into draft_update%' and datname = current_database()",
      )
      return rows[0].n
    })
    .toBe(1)
  await changing.query('commit')
  await changing.end()
  return done
}

/** Both ways in which a co-ordinator ends somebody's writing, through the process that is not theirs. */
test.each(['reader', 'removed'] as const)(
  '[REV1] [SAFE3] from the answer on nothing more of somebody who types on comes in (%s)',
  async (how) => {
    const { coordinator, coalition, id, editor, person } = await coalitionWithText()
    const [writer, witness] = [await draft(elsewhere(editor), id), await draft(coordinator, id)]
    let words = 0
    const typing = setInterval(() => writer.type(`<${++words}>`), 1)
    await witness.until(() => witness.words().includes('<5>'))
    const params = { coalition, person }
    await (how === 'reader'
      ? coordinator.call(changeRole, { params, body: { role: 'reader' } })
      : coordinator.call(removePerson, { params }))
    const stored = await rowsOf(id, person)
    const typed = words
    await expect.poll(() => words - typed).toBeGreaterThan(30)
    clearInterval(typing)
    witness.type('<конец>')
    await witness.saved()
    expect(await rowsOf(id, person)).toBe(stored)
  },
)

test('[DRAFT2] [SAFE3] who becomes a co-ordinator while typing loses nothing, and the others stay', async () => {
  const { coordinator, coalition, id, editor, person } = await coalitionWithText()
  const [writer, witness] = [
    await draft(elsewhere(editor), id),
    await draft(elsewhere(coordinator), id),
  ]
  let breaks = 0
  for (const { provider } of [writer, witness]) provider.on('connection-close', () => breaks++)
  let words = 0
  const typing = setInterval(() => writer.type(`<${++words}>`), 1)
  for (const role of ['co-ordinator', 'editor', 'co-ordinator', 'editor'] as const) {
    const params = { coalition, person }
    await coordinator.call(changeRole, { params, body: { role } })
  }
  await expect.poll(() => words).toBeGreaterThan(50)
  clearInterval(typing)
  await writer.saved()
  await witness.until(() => witness.words() === writer.words())
  expect([breaks, witness.words().includes(`<${words}>`)]).toEqual([0, true])
})

async function rowsOf(id: string, person: string): Promise<number> {
  const { rows } = await server.context.database.pool.query(
    'select count(*)::int as n from draft_update where statement_id = $1 and person_id = $2',
    [id, person],
  )
  return rows[0].n
}
