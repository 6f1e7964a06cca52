/** The load of people who type: each a light client with a copy of its own, one character at a time. */
import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import { Client } from './client.ts'
import { reachOf } from './coverage.ts'
import { watchDisk } from './disk-watch.ts'
import { type Figures, rounded } from './figures.ts'
import { blockOf, firstContent, newDoc } from './history.ts'
import { Percentiles } from './percentiles.ts'
import { machineCpu } from './processes.ts'
import type { ServerProcess } from './server-process.ts'
import type { Doors, Target } from './targets.ts'

export type Load = {
  rooms: readonly string[]
  editorsPerRoom: number
  /** Characters a second that each types. */
  rate: number
  seconds: number
  /** Characters that each document begins with. */
  initial: number
}

const warmUpMs = 2000
/** How often the memory is looked at while they type. */
const parts = 10
/** Connections that are opened at once. */
const wave = 25
/** How long the last edits may take to arrive after the typing has ended. */
const drainMs = 20_000

type Room = { name: string; editors: Map<number, Editor> }
type Measures = { latency: Percentiles; delivered: number; measuring: boolean }

/** Its copy is its own: what others type is not applied, only decoded and timed. */
class Editor {
  readonly doc: Y.Doc
  readonly room: Room
  client: Client | null = null
  dueAt = 0
  readonly #measures: Measures
  readonly #text: Y.XmlText
  /** When each of its characters was sent, by clock; 0 outside of the measured time. */
  readonly #sentAt: number[] = []
  readonly #seen = new Map<Editor, number>()
  #written: Uint8Array | null = null

  constructor(number: number, room: Room, content: Uint8Array, measures: Measures) {
    this.room = room
    this.#measures = measures
    this.doc = newDoc(2_300_000_011 + number * 7919)
    Y.applyUpdate(this.doc, content)
    this.#text = blockOf(this.doc) as Y.XmlText
    this.doc.on('update', (update: Uint8Array) => {
      this.#written = update
    })
    room.editors.set(this.doc.clientID, this)
  }

  /** Types a character and tells whether it is measured. */
  type(): boolean {
    this.#text.insert(this.#text.length, 'x')
    const { measuring } = this.#measures
    this.#sentAt.push(measuring ? performance.now() : 0)
    if (this.#written) this.client?.sendUpdate(this.#written)
    return measuring
  }

  receive(update: Uint8Array): void {
    const reach = reachOf(update)
    const now = performance.now()
    for (const { client, end } of reach) {
      const author = this.room.editors.get(client)
      if (author && author !== this) this.#count(author, end, now)
    }
  }

  #count(author: Editor, end: number, now: number) {
    const until = Math.min(end, author.#sentAt.length)
    for (let clock = this.#seen.get(author) ?? 0; clock < until; clock++) {
      this.#measures.delivered++
      const sentAt = author.#sentAt[clock] ?? 0
      if (sentAt > 0) this.#measures.latency.add(now - sentAt)
      this.#seen.set(author, clock + 1)
    }
  }
}

/** Lets them type, and returns how it went. */
export async function typing(
  target: Target,
  server: ServerProcess,
  doors: Doors,
  load: Load,
): Promise<Figures> {
  const measures: Measures = { latency: new Percentiles(), delivered: 0, measuring: false }
  const before = server.usage()
  const editors = editorsOf(load, measures)
  await connect(target, server, doors, editors)
  const typists = startTyping(editors, load.rate)
  await sleep(warmUpMs)

  const disk = await watchDisk()
  const machine = machineCpu()
  const atStart = { ...counted(editors, measures), ...server.usage(), own: process.cpuUsage() }
  const startedAt = performance.now()
  measures.measuring = true
  const memoryOverTime: number[] = []
  for (let part = 0; part < parts; part++) {
    await sleep((load.seconds * 1000) / parts)
    memoryOverTime.push(rounded(server.usage().memory) as number)
  }
  measures.measuring = false
  const sent = await typists.stop()
  const expected = sent * (load.editorsPerRoom - 1)
  const memory = server.usage()
  await drained(measures, expected)
  const { longestFlush, stalledPercent } = await disk.stop()

  const wall = performance.now() - startedAt
  const end = { ...counted(editors, measures), ...server.usage() }
  const own = process.cpuUsage(atStart.own)
  const ownCpu = (own.user + own.system) / 1000
  const closed = editors.filter(({ client }) => !client?.isOpen).length
  for (const { client, doc } of editors) {
    client?.close()
    doc.destroy()
  }
  const delivered = end.delivered - atStart.delivered
  const cpu = end.cpu - atStart.cpu
  return {
    editors: editors.length,
    sent,
    lost: expected - measures.latency.count,
    closed,
    p50: rounded(measures.latency.at(0.5)),
    p95: rounded(measures.latency.at(0.95)),
    p99: rounded(measures.latency.at(0.99)),
    cpuPerDelivery: rounded((cpu * 1000) / delivered),
    databaseCpuPerDelivery: rounded(((end.databaseCpu - atStart.databaseCpu) * 1000) / delivered),
    cpuPercent: rounded((cpu / wall) * 100),
    framesPerDelivery: rounded((end.frames - atStart.frames) / delivered),
    bytesPerDelivery: rounded((end.bytes - atStart.bytes) / delivered),
    memory: rounded(memory.memory),
    memoryOverTime: memoryOverTime.join(' '),
    databaseMemory: rounded(memory.databaseMemory),
    memoryGrowth: rounded(memory.memory - before.memory),
    programMemoryGrowth: rounded(
      memory.memory - memory.databaseMemory - before.memory + before.databaseMemory,
    ),
    generatorCpuPercent: rounded((ownCpu / wall) * 100),
    othersCpuPercent: rounded(((machineCpu() - machine - cpu - ownCpu) / wall) * 100),
    longestFlush: rounded(longestFlush),
    diskStalledPercent: rounded(stalledPercent),
  }
}

function editorsOf({ rooms, editorsPerRoom, initial }: Load, measures: Measures): Editor[] {
  const content = firstContent(initial)
  return rooms.flatMap((name, at) => {
    const room: Room = { name, editors: new Map() }
    return Array.from(
      { length: editorsPerRoom },
      (_, i) => new Editor(at * editorsPerRoom + i, room, content, measures),
    )
  })
}

async function connect(
  { protocol }: Target,
  server: ServerProcess,
  doors: Doors,
  editors: readonly Editor[],
) {
  for (let from = 0; from < editors.length; from += wave) {
    const arriving = editors.slice(from, from + wave).map((editor, i) => {
      const visit = doors.visit(server, editor.room.name, from + i)
      const onUpdate = (update: Uint8Array) => editor.receive(update)
      editor.client = new Client({ protocol, visit, doc: editor.doc, onUpdate })
      return editor.client.synced
    })
    await Promise.all(arriving)
  }
}

/** Everybody types at the rate, at moments of their own; `stop` tells how many characters were measured. */
function startTyping(editors: readonly Editor[], rate: number) {
  const period = 1000 / rate
  const begin = performance.now()
  for (const editor of editors) editor.dueAt = begin + Math.random() * period
  let stopping = false
  const typed = (async () => {
    let sent = 0
    while (!stopping) {
      const now = performance.now()
      for (const editor of editors) {
        if (editor.dueAt > now) continue
        if (editor.type()) sent++
        // Whoever was held up does not catch up in a burst.
        editor.dueAt = Math.max(editor.dueAt + period, now)
      }
      await sleep(1)
    }
    return sent
  })()
  return {
    stop() {
      stopping = true
      return typed
    },
  }
}

function counted(editors: readonly Editor[], { delivered }: Measures) {
  const clients = editors.flatMap(({ client }) => client ?? [])
  return {
    delivered,
    frames: clients.reduce((sum, { framesIn }) => sum + framesIn, 0),
    bytes: clients.reduce((sum, { bytesIn }) => sum + bytesIn, 0),
  }
}

/** Waits until all has arrived, or nothing more does. */
async function drained({ latency }: Measures, expected: number) {
  const giveUp = performance.now() + drainMs
  while (latency.count < expected && performance.now() < giveUp) await sleep(20)
}
