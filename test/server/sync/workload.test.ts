/** How much work people may be to a room: what one may be, what all may be, and who waits meanwhile. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { Room } from '#server/sync/room.ts'
import { parts, structsOf } from '../../fuzz/bombs.ts'
import { SilentPeer } from '../../fuzz/silent-peer.ts'
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
  const room = await Room.open('s', log, events)
  const builder = come(room, 'builder')
  const text = new Y.Doc()
  text.clientID = 100
  text.transact(() => {
    for (let i = 0; i < 10_000; i++) text.getText('t').insert(0, 'x')
  })
  room.receiveUpdate(builder, Y.encodeStateAsUpdate(text), true)
  await settle(room)
  return { log, room }
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

/** Sends until the peer is sent away; how many updates that took. */
async function sendUntilEnded(room: Room, peer: SilentPeer): Promise<number> {
  for (let updates = 1; updates <= 20; updates++) {
    room.receiveUpdate(peer, strangers(20), true)
    await settle(room)
    if (peer.ended !== null) return updates
  }
  return Number.POSITIVE_INFINITY
}

test('[DRAFT1] whoever lets others wait for update after update is sent away, and takes it along when coming back', async () => {
  const { room } = await openLongRoom()
  const victim = new RoomPeer().join(room)
  const busy = come(room, 'busy')
  const updates = await sendUntilEnded(room, busy)
  expect([busy.ended, updates > 3, updates < 20]).toEqual(['tooMany', true, true])
  room.leave(busy)
  const back = come(room, 'busy')
  expect([await sendUntilEnded(room, back), back.ended]).toEqual([1, 'tooMany'])
  victim.type('вода')
  await settle(room)
  expect(await room.read((doc) => doc.getText('words').toString())).toBe('вода')
  vi.advanceTimersByTime(10_000)
  expect(await sendUntilEnded(room, come(room, 'busy'))).toBeGreaterThan(3)
})

test('[DRAFT1] when many are much work at once, they come later; who types stays', async () => {
  const { room } = await openLongRoom()
  const victim = new RoomPeer().join(room)
  const crowd = Array.from({ length: 20 }, (_, at) => come(room, `one of many ${at}`))
  for (let round = 0; round < 6; round++) {
    for (const peer of crowd) if (peer.ended === null) room.receiveUpdate(peer, strangers(20), true)
    victim.type('в')
    await settle(room)
  }
  const ends = crowd.map(({ ended }) => ended)
  expect([ends.includes('tryLater'), ends.includes('tooMany')]).toEqual([true, false])
  expect(victim.ended).toBe(null)
  expect(await room.read((doc) => doc.getText('words').toString())).toBe('вввввв')
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
  const { room } = await openLongRoom()
  const most = await sendUntilEnded(room, come(room, 'other'))
  vi.advanceTimersByTime(10_000)
  const peer = come(room, 'fast')
  for (let update = 1; update < most; update++) {
    room.receiveUpdate(peer, strangers(20), true)
    await settle(room)
  }
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
  expect(peer.ended).toBe(null)
  expect(await room.read((held) => held.getText('words').length)).toBe(50_000)
})
