/** The log of drafts: all or nothing, in order, and each client id with whoever used it first. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ClientTaken } from '#server/domain/draft-log.ts'
import { type Database, openDatabase } from '#server/store/database.ts'
import { PostgresDraftLog } from '#server/store/draft-log.ts'
import { PostgresBus } from '#server/store/postgres-bus.ts'
import { testDatabase } from '../../support/database.ts'

const address = testDatabase()
let database: Database
let bus: PostgresBus
let otherBus: PostgresBus

beforeAll(async () => {
  database = await openDatabase({ databaseUrl: address(), dataDir: '/nonexistent' })
  bus = await PostgresBus.open(database)
  otherBus = await PostgresBus.open(database)
})
afterAll(async () => {
  await bus.close()
  await otherBus.close()
  await database.close()
})

const entry = (statement: string, person: string, byte = 1) => ({
  statement,
  person,
  bytes: Uint8Array.of(byte),
})
const [mine, yours] = [randomUUID(), randomUUID()]

test.each([false, true])(
  '[DRAFT2] what waits together is stored together, in order (shared: %s)',
  async (shared) => {
    const log = new PostgresDraftLog(database, shared ? bus : null)
    const statement = randomUUID()
    const places = await Promise.all(
      Array.from({ length: 50 }, (_, at) => log.append([entry(statement, mine, at)], [])),
    )
    const { updates, position } = await log.load(statement)
    expect(updates.map(([byte]) => byte)).toEqual(Array.from({ length: 50 }, (_, at) => at))
    expect(position).toBe(places.at(-1)?.[0])
    await log.close()
  },
)

test('a client id stays with its first person; what others stored at the same moment is stored', async () => {
  const log = new PostgresDraftLog(database, bus)
  const [statement, elsewhere] = [randomUUID(), randomUUID()]
  await log.append([entry(statement, mine)], [{ statement, client: 7, person: mine }])
  const [first, stolen, last] = await Promise.allSettled([
    log.append([entry(elsewhere, yours)], []),
    log.append([entry(statement, yours, 2)], [{ statement, client: 7, person: yours }]),
    log.append([entry(elsewhere, yours)], [{ statement: elsewhere, client: 7, person: yours }]),
  ])
  expect([first.status, last.status]).toEqual(['fulfilled', 'fulfilled'])
  expect(stolen).toMatchObject({ status: 'rejected', reason: expect.any(ClientTaken) })
  expect((await log.load(statement)).updates).toEqual([Buffer.of(1)])
  expect(await log.owners(statement)).toEqual(new Map([[7, mine]]))
  expect((await log.load(elsewhere)).updates).toHaveLength(2)
  await log.close()
})

test('[DRAFT1] what two processes append can be followed by each: no place is given behind one that was read', async () => {
  const [one, two] = [new PostgresDraftLog(database, bus), new PostgresDraftLog(database, otherBus)]
  const statement = randomUUID()
  const read: bigint[] = []
  let reached = 0n
  const follow = async () => {
    const rows = await one.history(statement, reached, 1000)
    read.push(...rows.map(({ position }) => position))
    reached = read.at(-1) ?? reached
  }
  const appends = Array.from({ length: 60 }, (_, at) =>
    (at % 2 ? one : two).append([entry(statement, mine)], []),
  )
  for (let i = 0; i < 20; i++) await follow()
  const places = (await Promise.all(appends)).flat()
  await follow()
  expect([...read].sort()).toEqual([...places].sort())
  expect(new Set(read).size).toBe(60)
  await one.close()
  await two.close()
})

test('a process is told what others store, and not what it stores itself', async () => {
  const [own, others] = [
    new PostgresDraftLog(database, bus),
    new PostgresDraftLog(database, otherBus),
  ]
  const heard: unknown[] = []
  const statement = randomUUID()
  const told = new Promise<void>((done) =>
    bus.listen((message) => {
      // What was stored before may still be on its way.
      if (message.kind !== 'stored' || !message.statements?.includes(statement)) return
      heard.push(message)
      done()
    }),
  )
  await own.append([entry(statement, mine)], [])
  await others.append([entry(statement, mine)], [])
  await told
  expect(heard).toEqual([{ kind: 'stored', statements: [statement] }])
  await own.close()
  await others.close()
})

test('a message longer than one notification comes in several, and what is too long alone does not come', async () => {
  const state = (client: number, length: number) => ({
    client,
    clock: 1,
    state: 'ж'.repeat(length),
  })
  const clients: number[] = []
  const all = new Promise<void>((done) =>
    otherBus.listen((message) => {
      if (message.kind === 'presence') clients.push(...message.states.map(({ client }) => client))
      if (clients.length === 5) done()
    }),
  )
  const states = [1, 2, 3, 4, 5].map((client) => state(client, 1500))
  bus.tell({
    kind: 'presence',
    statement: 's',
    states: [...states.slice(0, 3), state(9, 9000), ...states.slice(3)],
  })
  await all
  expect(clients).toEqual([1, 2, 3, 4, 5])
})
