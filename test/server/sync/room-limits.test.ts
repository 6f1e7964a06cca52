/** What a room takes from one person before it is too much, and what honest people may always do. */
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { Room } from '#server/sync/room.ts'
import { systemTimers } from '#server/sync/timers.ts'
import { bytesOf, parts, structsOf } from '../../fuzz/bombs.ts'
import { SilentPeer } from '../../fuzz/silent-peer.ts'
import { MemoryLog } from '../../support/memory-log.ts'
import { RoomPeer } from '../../support/room-peer.ts'

// The work is what counts here, whatever else keeps the machine busy.
vi.setConfig({ testTimeout: 120_000 })

const nothing = () => undefined

async function openRoom() {
  const log = new MemoryLog()
  const timers: (() => void)[] = []
  const after = (_: number, act: () => void) => {
    timers.push(act)
    return nothing
  }
  const events = { changed: nothing, moved: nothing, paused: nothing, broken: nothing }
  return {
    log,
    timers,
    room: await Room.open('s', log, { ...events, timers: { ...systemTimers, after } }),
  }
}

const settle = (room: Room) => room.read(nothing)

/** Somebody who opened the page so many times while away, and typed a word each time. */
function awayFor(loads: number): RoomPeer {
  const peer = new RoomPeer({ person: 'away' })
  for (let load = 1; load <= loads; load++) {
    peer.doc.clientID = load
    peer.type('ә ')
  }
  return peer
}

test.each([60, 900])(
  '[DRAFT3] who opened the page %i times while away comes back with all that was typed',
  async (loads) => {
    const { log, room } = await openRoom()
    const peer = awayFor(loads).join(room)
    peer.fence(1)
    await settle(room)
    expect([peer.ended, peer.saved]).toEqual([null, 1])
    expect(await room.read((doc) => doc.getText('words').length)).toBe(2 * loads)
    expect(log.bindings).toHaveLength(loads)
  },
)

test('nobody takes more client ids than a person can have opened pages', async () => {
  const { log, room } = await openRoom()
  const peers = Array.from({ length: 8 }, () => new SilentPeer('greedy', true))
  peers.forEach((peer, at) => {
    room.join(peer)
    const clients = Array.from({ length: 900 }, (_, i) => 1 + at * 900 + i)
    const update = bytesOf(parts(900))
    const structs = clients.flatMap((client) => [
      ...structsOf(client, 0, [
        parts(Uint8Array.of(0x28), 1, 'map', `k${client}`, 1, Uint8Array.of(126)),
      ]).slice(1, -1),
    ])
    room.receiveUpdate(peer, Uint8Array.from([...update, ...structs, 0]), true)
  })
  await settle(room)
  expect(log.bindings).toHaveLength(4500)
  expect(peers.map(({ ended }) => ended)).toEqual([
    ...Array(5).fill(null),
    ...Array(3).fill('tooLong'),
  ])
})

test('[DRAFT1] who spoils the document again and again writes here no more; others do', async () => {
  const { log, room } = await openRoom()
  const victim = new RoomPeer().join(room)
  victim.type('вода')
  await settle(room)
  const load = vi.spyOn(log, 'load')
  const half = structsOf(7, 0, [
    parts(Uint8Array.of(4), 1, 'words', 'x'),
    parts(Uint8Array.of(0xc4), victim.doc.clientID, 0, victim.doc.clientID, 3, 'y'),
  ])
  for (let i = 0; i < 5; i++) {
    const peer = new SilentPeer('spoiler', true)
    room.join(peer)
    room.receiveUpdate(peer, half, true)
    await settle(room)
    expect(peer.ended).toBe('badFrame')
    victim.type(` ${i}`)
    await settle(room)
  }
  // The first time all of the log is read, then what came after it.
  expect(load).toHaveBeenCalledTimes(1)
  expect(await room.read((doc) => doc.getText('words').toString())).toBe('вода 0 1 2 3 4')
  expect(victim.ended).toBeNull()
  const meek = new SilentPeer('spoiler', true)
  room.join(meek)
  room.receiveUpdate(meek, structsOf(8, 0, [parts(Uint8Array.of(4), 1, 't', 'x')]), true)
  await settle(room)
  expect(meek.ended).toBe('badFrame')
  expect(log.entries).toHaveLength(6)
})

test('who asks what it lacks again and again is answered three times, and then once a second', async () => {
  const { room, timers } = await openRoom()
  const asker = new RoomPeer({ mayEdit: false })
  room.join(asker)
  const send = vi.spyOn(asker, 'send')
  for (let i = 0; i < 100; i++) {
    room.receiveStateVector(asker, Uint8Array.of(1, 5, i))
    await settle(room)
  }
  // The first answer is followed by who is here.
  expect(send).toHaveBeenCalledTimes(4)
  for (const act of timers.splice(0)) act()
  await settle(room)
  expect(send).toHaveBeenCalledTimes(5)
})

test.each([
  ['of more clients than any draft has', bytesOf(parts(2 ** 31, 0))],
  ['cut off', Uint8Array.of(5, 1)],
  ['with bytes after its end', Uint8Array.of(0, 0)],
  ['of nothing at all', new Uint8Array()],
])('a state vector %s ends the socket', async (_, stateVector) => {
  const { room } = await openRoom()
  const peer = new SilentPeer('p', true)
  room.join(peer)
  room.receiveStateVector(peer, stateVector)
  await settle(room)
  expect(peer.ended).toBe('badFrame')
})

test('a draft does not come to consist of more pieces than others can open at once', async () => {
  const { room } = await openRoom()
  let clock = 0
  let ended: string | null = null
  for (let i = 0; i < 20 && ended === null; i++) {
    const peer = new SilentPeer(`p${i}`, true)
    room.join(peer)
    const structs = Array.from({ length: 20_000 }, (_, at) =>
      parts(Uint8Array.of(0x28), 1, 'map', `k${at}`, 1, Uint8Array.of(126)),
    )
    room.receiveUpdate(peer, structsOf(100 + i, 0, structs), true)
    await settle(room)
    ended = peer.ended
    if (ended === null) clock += structs.length
  }
  expect(ended).toBe('tooLong')
  expect(clock).toBeLessThanOrEqual(200_000)
  expect(await room.read((doc) => Y.encodeStateVector(doc).length)).toBeGreaterThan(1)
})
