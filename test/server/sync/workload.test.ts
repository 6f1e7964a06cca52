/** How much work people may be to a room: what one may be, what all may be, and who waits meanwhile. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { Room } from '#server/sync/room.ts'
import { parts, structsOf } from '../../fuzz/bombs.ts'
import { SilentPeer } from '../../fuzz/silent-peer.ts'
import { HandTimers } from '../../support/hand-timers.ts'
import { MemoryLog } from '../../support/memory-log.ts'
import { seeded, upTo } from '../../support/random.ts'
import { RoomPeer } from '../../support/room-peer.ts'

// The work is what counts here, whatever else keeps the machine busy.
vi.setConfig({ testTimeout: 120_000 })
// The while in which work is counted passes when a test says so.
beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => vi.useRealTimers())

const nothing = () => undefined

/** A room whose text has so many pieces that finding a place among them is work. */
async function openLongRoom() {
  const log = new MemoryLog()
  const events = { changed: nothing, moved: nothing, paused: nothing, broken: nothing }
  const timers = new HandTimers()
  const room = await Room.open('s', log, { ...events, timers })
  const builder = come(room, 'builder')
  const text = new Y.Doc()
  text.clientID = 100
  text.transact(() => {
    for (let i = 0; i < 10_000; i++) text.getText('t').insert(0, 'x')
  })
  room.receiveUpdate(builder, Y.encodeStateAsUpdate(text), true)
  await settle(room)
  return { log, room, timers }
}

function come(room: Room, person: string): SilentPeer {
  const peer = new SilentPeer(person, true)
  room.join(peer)
  return peer
}

const settle = (room: Room) => room.read(nothing)

let clients = 1000

/** So many letters that know nothing of each other, so that each must be looked past by the next. */
function strangers(count: number): Uint8Array {
  clients += count
  const letters = Array.from({ length: count }, (_, at) => [
    ...structsOf(clients - at, 0, [parts(Uint8Array.of(4), 1, 't', 'y')]).slice(1, -1),
  ])
  return Uint8Array.from([count, ...letters.flat(), 0])
}

/** Sends so many updates; how many of them were taken. */
async function send(log: MemoryLog, room: Room, peer: SilentPeer, updates = 20): Promise<number> {
  const before = log.entries.length
  for (let update = 1; update <= updates; update++) {
    room.receiveUpdate(peer, strangers(20), true)
    await settle(room)
  }
  return log.entries.length - before
}

/** The while in which work is counted is over. */
function passWhile(timers: HandTimers): Promise<void> {
  vi.advanceTimersByTime(10_000)
  return timers.pass(10_000)
}

test('[DRAFT1] of whoever lets others wait for update after update nothing more is taken for a while, coming back or not', async () => {
  const { log, room, timers } = await openLongRoom()
  const victim = new RoomPeer().join(room)
  const busy = come(room, 'busy')
  const taken = await send(log, room, busy)
  expect([taken > 3, taken < 20, busy.ended]).toEqual([true, true, null])
  room.leave(busy)
  const back = come(room, 'busy')
  expect(await send(log, room, back, 1)).toBe(0)
  victim.type('вода')
  await settle(room)
  expect(await room.read((doc) => doc.getText('words').toString())).toBe('вода')
  const asked = vi.spyOn(back, 'send')
  await passWhile(timers)
  expect(asked).toHaveBeenCalledTimes(1)
  expect(await send(log, room, back)).toBe(taken)
  room.leave(back)
})

test('[DRAFT2] [DRAFT3] what was too much for a moment is asked for later, and saved', async () => {
  const { log, room, timers } = await openLongRoom()
  const most = await send(log, room, come(room, 'other'))
  await passWhile(timers)
  const peer = new RoomPeer().join(room)
  for (let update = 1; update <= most + 1; update++) {
    Y.applyUpdate(peer.doc, strangers(20), 'written elsewhere')
    peer.fence(update)
    await settle(room)
  }
  const letters = peer.doc.getText('t').length
  expect([peer.ended, peer.saved < most + 1, (await lettersIn(room)) < letters]).toEqual([
    null,
    true,
    true,
  ])
  await passWhile(timers)
  await settle(room)
  expect([peer.ended, peer.saved, await lettersIn(room)]).toEqual([null, most + 1, letters])
})

test('[SAFE3] who may no longer write when a rest is over is not asked for what was not taken', async () => {
  const { log, room, timers } = await openLongRoom()
  const busy = come(room, 'busy')
  await send(log, room, busy)
  room.changeMode(busy, false)
  const asked = vi.spyOn(busy, 'send')
  await passWhile(timers)
  expect([asked.mock.calls.length, busy.ended]).toEqual([0, null])
})

const lettersIn = (room: Room) => room.read((doc) => doc.getText('t').length)

test('[DRAFT1] when many are much work at once, they rest; who types does not wait', async () => {
  const { log, room } = await openLongRoom()
  const victim = new RoomPeer().join(room)
  const crowd = Array.from({ length: 20 }, (_, at) => come(room, `one of many ${at}`))
  let taken = 0
  for (let round = 0; round < 6; round++) {
    for (const peer of crowd) taken += await send(log, room, peer, 1)
    victim.type('в')
    victim.fence(round + 1)
    await settle(room)
  }
  expect([taken > 20, taken < 120]).toEqual([true, true])
  expect(crowd.map(({ ended }) => ended)).toEqual(crowd.map(() => null))
  expect(await room.read((doc) => doc.getText('words').toString())).toBe('вввввв')
  expect([victim.saved, victim.ended]).toEqual([6, null])
})

test('[DRAFT2] work of many is stored in parts: nobody waits for all of it to be told that a part is saved', async () => {
  const { log, room } = await openLongRoom()
  const victim = new RoomPeer().join(room)
  await settle(room)
  log.hold()
  const append = vi.spyOn(log, 'append')
  const peers = Array.from({ length: 6 }, (_, at) => come(room, `busy ${at}`))
  victim.type('в')
  victim.fence(1)
  for (const peer of peers) room.receiveUpdate(peer, strangers(20), true)
  log.release()
  await settle(room)
  expect(victim.saved).toBe(1)
  // One is stored alone, since it was first; all others would be the second.
  expect(append.mock.calls.length).toBeGreaterThan(2)
})

test('[DRAFT1] letters are not too much, however many come, each in another place', async () => {
  const { log, room, timers } = await openLongRoom()
  const most = await send(log, room, come(room, 'other'))
  await passWhile(timers)
  const peer = come(room, 'fast')
  expect(await send(log, room, peer, most - 1)).toBe(most - 1)
  // One more of these would be too much; so many letters are more work than that.
  const doc = new Y.Doc()
  const words = doc.getText('words')
  const letters: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => letters.push(update))
  const random = seeded(7)
  for (let at = 0; at < 50_000; at++) words.insert(upTo(random, words.length + 1), 'а')
  for (const [at, letter] of letters.entries()) {
    room.receiveUpdate(peer, letter, false)
    if (at % 200 === 0) await settle(room)
  }
  await settle(room)
  expect(await room.read((held) => held.getText('words').length)).toBe(50_000)
})
