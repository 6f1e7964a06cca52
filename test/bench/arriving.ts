/** A long text: how it is stored edit by edit, and those who open it later, one or a hundred at once. */
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import { Client } from './client.ts'
import { type Figures, rounded } from './figures.ts'
import { blockOf, type History } from './history.ts'
import { reaches, type Stored, store, storeMany } from './replaying.ts'
import type { ServerProcess } from './server-process.ts'
import { inCopyOf, inNewFolder, newFolder, type Session, withServer } from './session.ts'
import type { Doors, Target } from './targets.ts'

const arrivalMs = 60_000
const documentsAtRest = 4

type Place = { server: ServerProcess; doors: Doors; room: string }

/** What each target stored last, for others to open copies of. */
export class StoredHistories {
  readonly #history: History
  readonly #stored = new Map<Target, Stored & { folder: string }>()

  constructor(history: History) {
    this.#history = history
  }

  /** Sends the whole history, one edit after another. */
  async replay(session: Session): Promise<Figures> {
    return (await this.#store(session)).figures
  }

  /** What each of several documents takes on the disk. */
  atRest(session: Session): Promise<Figures> {
    return storeMany(session, this.#history, documentsAtRest)
  }

  async remove(): Promise<void> {
    for (const { folder } of this.#stored.values()) await rm(folder, { recursive: true })
  }

  /** One person opens the text; until it is whole, and how soon a second one has it. */
  async coldLoad(session: Session): Promise<Figures> {
    return this.#onRestarted(session, async ({ server, doors, room }) => {
      const before = server.usage()
      const first = await this.#load(session.target, { server, doors, room }, 0)
      const after = server.usage()
      const second = await this.#load(session.target, { server, doors, room }, 1)
      return {
        ms: rounded(first.ms),
        receivedMs: rounded(first.receivedMs),
        secondMs: rounded(second.ms),
        whole: first.whole && second.whole,
        bytes: first.bytes,
        cpu: after.cpu - before.cpu,
        databaseCpu: after.databaseCpu - before.databaseCpu,
        memoryGrowth: rounded(after.memory - before.memory),
      }
    })
  }

  /** So many come at once; until the last has everything. */
  async join(session: Session, joiners: number): Promise<Figures> {
    const { protocol } = session.target
    return this.#onRestarted(session, async ({ server, doors, room }) => {
      const { author, end } = this.#history
      const before = server.usage()
      const startedAt = performance.now()
      const clients = Array.from({ length: joiners }, (_, visitor) => {
        return new Client({ protocol, visit: doors.visit(server, room, visitor) })
      })
      const times: number[] = []
      const all = Promise.all(
        clients.map(async (client) => {
          await reaches(client, author, end)
          times.push(performance.now() - startedAt)
        }),
      )
      await Promise.race([all, sleep(arrivalMs, undefined, { ref: false })])
      const after = server.usage()
      for (const client of clients) client.close()
      return {
        joiners,
        arrived: times.length,
        ms: rounded(times.at(-1) ?? null),
        firstMs: rounded(times[0] ?? null),
        bytes: clients.reduce((sum, { bytesIn }) => sum + bytesIn, 0),
        cpu: after.cpu - before.cpu,
        databaseCpu: after.databaseCpu - before.databaseCpu,
        memory: rounded(after.memory),
      }
    })
  }

  async #onRestarted(session: Session, use: (place: Place) => Promise<Figures>): Promise<Figures> {
    const { target } = session
    if (target.keeps === 'nothing') return { skipped: 'it keeps no text' }
    if (target.keeps === 'memory') return this.#inMemory(session, use)
    const { folder, room, doors } = await this.#storedOn(target)
    return inCopyOf(folder, (copy) =>
      withServer(session, copy, (server) => use({ server, doors, room })),
    )
  }

  /** Nothing is cold here: the text is given first, and stays. */
  #inMemory(session: Session, use: (place: Place) => Promise<Figures>): Promise<Figures> {
    const { target } = session
    return inNewFolder((folder) =>
      withServer(session, folder, async (server) => {
        const doors = await target.open(server)
        const room = await doors.makeRoom(server)
        const visits = [doors.visit(server, room, 0), doors.visit(server, room, 1)] as const
        const writer = new Client({ protocol: target.protocol, visit: visits[0] })
        const reader = new Client({ protocol: target.protocol, visit: visits[1] })
        await Promise.all([writer.synced, reader.synced])
        const arrived = reaches(reader, this.#history.author, this.#history.end)
        writer.sendUpdate(this.#history.state)
        await arrived
        const figures = await use({ server, doors, room })
        writer.close()
        reader.close()
        return { ...figures, inMemory: true }
      }),
    )
  }

  async #storedOn(target: Target): Promise<Stored & { folder: string }> {
    const stored = this.#stored.get(target) ?? (await this.#store({ target }))
    if (stored.figures.whole !== true) throw new Error('the text was not stored')
    return stored
  }

  async #store(session: Session): Promise<Stored & { folder: string }> {
    const folder = await newFolder()
    const last = this.#stored.get(session.target)
    const stored = { ...(await store(session, this.#history, folder)), folder }
    this.#stored.set(session.target, stored)
    if (last) await rm(last.folder, { recursive: true })
    return stored
  }

  /** Hocuspocus calls a client synced before it has loaded the text: what counts is the text. */
  async #load({ protocol }: Target, { server, doors, room }: Place, visitor: number) {
    const doc = new Y.Doc()
    const startedAt = performance.now()
    const visit = doors.visit(server, room, visitor)
    const client = new Client({ protocol, visit, doc, applies: true })
    const arrived = new Promise<number>((done) => {
      client.onUpdate = () => {
        if (blockOf(doc)?.toString() === this.#history.text) done(performance.now())
      }
    })
    await client.synced
    const receivedMs = performance.now() - startedAt
    const wholeAt = await Promise.race([arrived, sleep(arrivalMs, null, { ref: false })])
    const { bytesIn: bytes } = client
    client.close()
    return { ms: wholeAt && wholeAt - startedAt, receivedMs, whole: wholeAt !== null, bytes }
  }
}
