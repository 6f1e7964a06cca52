/** A long history sent to a server edit by edit, as it was typed, and what is left of it afterwards. */
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import { Client } from './client.ts'
import { reachOf } from './coverage.ts'
import { type Figures, rounded } from './figures.ts'
import { blockOf, type History } from './history.ts'
import type { ServerProcess } from './server-process.ts'
import { inNewFolder, type Session, withServer } from './session.ts'
import type { Doors, Target } from './targets.ts'

/** Where a whole history lies: the document's name, and the doors to it. */
export type Stored = { room: string; doors: Doors; figures: Figures }

/** Bytes that may wait in the socket, so that not all lies in the memory of this process. */
const mostUnsent = 256 * 1024
const replayMs = 300_000
/** Bytes on the disk that have not changed for so long are those at rest. */
const restMs = 4000
const mostRestMs = 30_000

/**
 * Sends the history to a server on this folder, stops it, and looks how much more it keeps. `known` are
 * the doors of a server that was here before.
 */
export async function store(
  session: Session,
  history: History,
  dataDir: string,
  known?: Doors,
): Promise<Stored> {
  const { target } = session
  const sent = await withServer(session, dataDir, async (server) => {
    const doors = known ?? (await target.open(server))
    const room = await doors.makeRoom(server)
    const before = await target.bytesAtRest(server)
    const figures = await send(target, server, doors, room, history)
    await atRest(target, server)
    return { room, doors, before, figures }
  })
  const { room, doors, before, figures } = sent
  if (target.keeps !== 'disk') return { room, doors, figures }
  // Once more, since much is put in order only when a server stops.
  const bytesAtRest = await withServer({ target }, dataDir, (server) => atRest(target, server))
  return { room, doors, figures: { ...figures, bytesAtRest: bytesAtRest - before } }
}

/**
 * Stores the history as one document after another on the same disk: a database takes pages for its
 * first document that the next ones use too.
 */
export function storeMany(session: Session, history: History, count: number): Promise<Figures> {
  return inNewFolder(async (dataDir) => {
    const kept: number[] = []
    let doors: Doors | undefined
    while (kept.length < count) {
      const stored = await store(session, history, dataDir, doors)
      doors = stored.doors
      kept.push(Number(stored.figures.bytesAtRest ?? 0))
    }
    const [first = 0, ...others] = kept
    const mean = others.reduce((sum, bytes) => sum + bytes, 0) / others.length
    return { documents: count, first, next: rounded(mean), each: kept.join(' ') }
  })
}

async function send(
  target: Target,
  server: ServerProcess,
  doors: Doors,
  room: string,
  { updates, author, end, text }: History,
): Promise<Figures> {
  const { protocol } = target
  const writer = new Client({ protocol, visit: doors.visit(server, room, 0) })
  const reader = new Client({ protocol, visit: doors.visit(server, room, 1) })
  await Promise.all([writer.synced, reader.synced])
  const arrived = reaches(reader, author, end)
  const before = server.usage()
  const startedAt = performance.now()
  for (const [i, update] of updates.entries()) {
    writer.sendUpdate(update)
    if (i % 200 > 0) continue
    do await setImmediate()
    while (writer.unsent > mostUnsent)
  }
  const complete = await Promise.race([arrived, sleep(replayMs, false, { ref: false })])
  const ms = performance.now() - startedAt
  const after = server.usage()
  const cpu = after.cpu - before.cpu
  const whole = target.keeps !== 'nothing' && (await holds(target, server, doors, room, text))
  writer.close()
  reader.close()
  return {
    edits: updates.length,
    complete,
    whole,
    ms: rounded(ms),
    editsPerSecond: rounded((updates.length * 1000) / ms),
    cpu,
    databaseCpu: after.databaseCpu - before.databaseCpu,
    cpuPerEdit: rounded((cpu * 1000) / updates.length),
    framesRelayed: reader.framesIn,
    memory: rounded(after.memory),
  }
}

/** Resolves once this client has been sent everything that the author wrote. */
export const reaches = (reader: Client, author: number, end: number): Promise<true> =>
  new Promise((done) => {
    reader.onUpdate = (update) => {
      if (reachOf(update).some((one) => one.client === author && one.end >= end)) done(true)
    }
  })

/** Whether somebody who comes now gets this very text. */
async function holds(
  { protocol }: Target,
  server: ServerProcess,
  doors: Doors,
  room: string,
  text: string,
): Promise<boolean> {
  const doc = new Y.Doc()
  const visit = doors.visit(server, room, 2)
  const client = new Client({ protocol, visit, doc, applies: true })
  await client.synced
  client.close()
  return blockOf(doc)?.toString() === text
}

/** Waits until the bytes on the disk no longer change, and returns them. */
async function atRest(target: Target, server: ServerProcess): Promise<number> {
  const giveUp = performance.now() + mostRestMs
  let bytes = await target.bytesAtRest(server)
  let since = performance.now()
  while (performance.now() - since < restMs && performance.now() < giveUp) {
    await sleep(200)
    const now = await target.bytesAtRest(server)
    if (now !== bytes) since = performance.now()
    bytes = now
  }
  return bytes
}
