/** Rooms that open, break, and close: nobody waits for ever, and nobody is counted in the wrong room. */
import { expect, test } from 'vitest'
import { Rooms } from '#server/sync/rooms.ts'
import { HandTimers, quiet } from '../../support/hand-timers.ts'
import { MemoryLog } from '../../support/memory-log.ts'
import { RoomPeer } from '../../support/room-peer.ts'

function openRooms(log = new MemoryLog()) {
  const timers = new HandTimers()
  const settled: string[] = []
  const rooms = new Rooms({
    log,
    timers,
    settled: (_, doc) => settled.push(doc.getText('words').toString()),
    snapshot: async () => null,
    paused: () => undefined,
    broken: () => undefined,
    idleMs: 5000,
  })
  return { rooms, log, timers, settled }
}

async function enter(rooms: Rooms) {
  const peer = new RoomPeer()
  const room = await rooms.join('s', peer)
  peer.join(room)
  await quiet()
  return { peer, room }
}

test('closing does not wait for a disk that is full, with a settling to come', async () => {
  const { rooms, log, timers, settled } = openRooms()
  const { peer } = await enter(rooms)
  peer.type('вода')
  await quiet()
  log.failures = Number.POSITIVE_INFINITY
  peer.type(' и ещё')
  await quiet()
  expect(peer.mode).toBe('paused')
  let closed = false
  void rooms.close('restart').then(() => {
    closed = true
  })
  await quiet()
  for (let i = 0; i < 5; i++) await timers.pass(2000)
  expect(closed).toBe(true)
  expect([log.entries.length, settled]).toEqual([1, []])
})

test('closing does not wait for a disk that fills up in that moment', async () => {
  const { rooms, log, timers } = openRooms()
  const { peer } = await enter(rooms)
  log.hold()
  peer.type('вода')
  await quiet()
  let closed = false
  void rooms.close('restart').then(() => {
    closed = true
  })
  log.failures = Number.POSITIVE_INFINITY
  log.release()
  for (let i = 0; i < 5; i++) await timers.pass(2000)
  expect(closed).toBe(true)
  expect(log.entries).toEqual([])
})

test('[DRAFT2] closing stores what was taken, and settles it, while the disk takes it', async () => {
  const { rooms, log, settled } = openRooms()
  const { peer } = await enter(rooms)
  log.hold()
  peer.type('вода')
  peer.fence(1)
  await quiet()
  log.release()
  await quiet()
  log.hold()
  peer.type(' общая')
  const closing = rooms.close('restart')
  log.release()
  await closing
  expect([log.entries.length, settled]).toEqual([2, ['вода общая']])
})

test('who leaves a room that broke is not counted in the one that took its place', async () => {
  const { rooms, log, timers } = openRooms()
  const old = await rooms.join('s', new RoomPeer())
  const leaver = new RoomPeer()
  const { load } = log
  log.load = () => Promise.reject(new Error('the disk cannot be read'))
  await expect(
    rooms.edit('s', null, () => {
      throw new Error('no')
    }),
  ).rejects.toThrow()
  log.load = load
  const { peer, room } = await enter(rooms)
  expect(room).not.toBe(old)
  rooms.leave('s', old, leaver)
  await timers.pass(6000)
  await timers.pass(6000)
  expect(peer.ended).toBeNull()
  peer.type('вода')
  peer.fence(1)
  await quiet()
  expect(peer.saved).toBe(1)
  rooms.leave('s', room, peer)
  await timers.pass(6000)
  expect(await rooms.join('s', new RoomPeer())).not.toBe(room)
})
