/** A room without a network: what it tells, to whom, and when. */
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { ClientTaken } from '#server/domain/draft-log.ts'
import { Packet } from '#server/sync/packet.ts'
import { Room } from '#server/sync/room.ts'
import { editorNamed } from '../../support/editor.ts'
import { MemoryLog } from '../../support/memory-log.ts'
import { RoomPeer } from '../../support/room-peer.ts'

const nothing = () => undefined
const events = { changed: nothing, moved: nothing, paused: nothing, broken: nothing }

async function openRoom(log = new MemoryLog()) {
  return { log, room: await Room.open('s', log, events) }
}

/** Lets everything happen that does not wait for the disk. */
const settle = (room: Room) => room.read(() => undefined)

/** Lets what waits for the disk get there, without waiting for it. */
const turns = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

test('[DRAFT1] two who type at once end with the same text', async () => {
  const { room } = await openRoom()
  const [a, b] = [new RoomPeer().join(room), new RoomPeer().join(room)]
  await settle(room)
  a.type('вода ')
  b.type('общая ')
  await settle(room)
  expect(a.words).toBe(b.words)
  expect([...a.words].sort().join('')).toBe([...'вода общая '].sort().join(''))
})

test('[DRAFT2] what is not on the disk is neither shown to others nor called saved', async () => {
  const { log, room } = await openRoom()
  const [a, b] = [new RoomPeer().join(room), new RoomPeer().join(room)]
  await settle(room)
  log.hold()
  a.type('вода')
  a.fence(1)
  await turns()
  expect(b.words).toBe('')
  expect(a.saved).toBe(0)
  log.release()
  await settle(room)
  expect(b.words).toBe('вода')
  expect(a.saved).toBe(1)
  expect(log.entries).toHaveLength(1)
})

test('[DRAFT2] somebody who comes during a commit is shown only what is on the disk', async () => {
  const { log, room } = await openRoom()
  const a = new RoomPeer().join(room)
  await settle(room)
  log.hold()
  a.type('вода')
  await turns()
  const late = new RoomPeer().join(room)
  await turns()
  expect(late.words).toBe('')
  log.release()
  await settle(room)
  expect(late.words).toBe('вода')
})

test('[DRAFT2] while the disk refuses, the draft is paused; then all of it is stored once', async () => {
  vi.useFakeTimers()
  try {
    const { log, room } = await openRoom()
    const [a, b] = [new RoomPeer().join(room), new RoomPeer().join(room)]
    await settle(room)
    log.failures = 3
    a.type('вода')
    a.fence(1)
    await vi.advanceTimersByTimeAsync(50)
    expect([a.mode, a.saved, b.words]).toEqual(['paused', 0, ''])
    await vi.advanceTimersByTimeAsync(5000)
    expect([a.mode, a.saved, b.words]).toEqual(['edit', 1, 'вода'])
    expect(log.entries).toHaveLength(1)
  } finally {
    vi.useRealTimers()
  }
})

test('[DRAFT2] what was typed while away counts as saved only after it has arrived', async () => {
  const { room } = await openRoom()
  const a = new RoomPeer()
  a.type('в дороге')
  room.join(a)
  a.fence(1)
  expect(a.saved).toBe(0)
  a.join(room)
  a.fence(1)
  await settle(room)
  await settle(room)
  expect(a.saved).toBe(1)
  expect(await room.read((doc) => doc.getText('words').toString())).toBe('в дороге')
})

test('[REV1] bytes from a reader change nothing and end the socket', async () => {
  const { log, room } = await openRoom()
  const reader = new RoomPeer({ mayEdit: false }).join(room)
  await settle(room)
  expect(reader.mode).toBe('read')
  reader.type('подделка')
  await settle(room)
  expect(reader.ended).toBe('notAllowed')
  expect(log.entries).toHaveLength(0)
})

test('[REV1] an honest reader, who answers that there is nothing new, stays', async () => {
  const { room } = await openRoom()
  const reader = new RoomPeer({ mayEdit: false }).join(room)
  room.receiveUpdate(reader, new Uint8Array([0, 0]), true)
  await settle(room)
  expect(reader.ended).toBeNull()
})

test('[SAFE3] whoever loses the right to edit is told, and taken nothing more from', async () => {
  const { log, room } = await openRoom()
  const a = new RoomPeer().join(room)
  await settle(room)
  room.changeMode(a, false)
  expect(a.mode).toBe('read')
  a.type('поздно')
  await settle(room)
  expect(log.entries).toHaveLength(0)
})

test('a client id stays with whoever used it first, also after a restart', async () => {
  const { log, room } = await openRoom()
  const a = new RoomPeer().join(room)
  await settle(room)
  a.type('моё')
  await settle(room)
  const again = await Room.open('s', log, events)
  const thief = new RoomPeer().join(again)
  await settle(again)
  thief.doc.clientID = a.doc.clientID
  thief.type('чужое')
  await settle(again)
  expect(thief.ended).toBe('badFrame')
  expect(log.entries).toHaveLength(1)
})

test('an update that builds on something missing is not stored; the sender is asked for all of it', async () => {
  const { room } = await openRoom()
  const a = new RoomPeer()
  a.type('начало ')
  const missed = Y.encodeStateVector(a.doc)
  a.type('конец')
  a.join(room)
  room.receiveUpdate(a, Y.encodeStateAsUpdate(a.doc, missed), false)
  await settle(room)
  await settle(room)
  expect(await room.read((doc) => doc.getText('words').toString())).toBe('начало конец')
  expect(a.ended).toBeNull()
})

test('a server’s own edit is stored before it resolves, and reaches everybody', async () => {
  const { log, room } = await openRoom()
  const a = new RoomPeer().join(room)
  await room.edit(editorNamed('p'), (doc) => doc.getText('words').insert(0, 'из файла'))
  expect(log.entries).toHaveLength(1)
  expect(a.words).toBe('из файла')
})

test('an edit that throws half way leaves no trace', async () => {
  const { log, room } = await openRoom()
  const broken = room.edit(editorNamed('p'), (doc) => {
    doc.getText('words').insert(0, 'половина')
    throw new Error('no')
  })
  await expect(broken).rejects.toThrow('no')
  expect(log.entries).toHaveLength(0)
  expect(await room.read((doc) => doc.getText('words').toString())).toBe('')
})

test('[DRAFT1] who reads slowly is not sent more and more, and has the text when it has read on', async () => {
  const { room } = await openRoom()
  const [a, slow] = [new RoomPeer().join(room), new RoomPeer().join(room)]
  await settle(room)
  slow.readSlowly()
  for (let i = 0; i < 40; i++) {
    a.type('вода '.repeat(10_000))
    await settle(room)
  }
  expect(slow.unsent).toBeLessThan(2 * 1024 * 1024)
  slow.readOn()
  await settle(room)
  expect(slow.words).toBe(a.words)
  a.type('сады')
  await settle(room)
  expect(slow.words).toBe(a.words)
})

test('[DRAFT2] who writes faster than the disk is not read further until it has caught up', async () => {
  const { log, room } = await openRoom()
  const a = new RoomPeer().join(room)
  await settle(room)
  log.hold()
  for (let i = 0; i < 30; i++) a.type('вода '.repeat(10_000))
  expect(a.paused).toBe(true)
  log.release()
  await settle(room)
  expect(a.paused).toBe(false)
  expect(log.entries).toHaveLength(30)
})

test('a frame of each length class is one WebSocket message', () => {
  for (const length of [0, 125, 126, 65_535, 65_536]) {
    const body = new Uint8Array(length).fill(7)
    const { wire, frames } = new Packet([body, body])
    const header = length < 126 ? 2 : length < 65_536 ? 4 : 10
    expect([wire.length, wire[0], wire[header + length]]).toEqual([2 * (header + length), 130, 130])
    expect(frames.map((frame) => frame.length)).toEqual([length, length])
  }
})

test('a client id that somebody took through another process: nothing is stored, everybody comes anew', async () => {
  const log = new MemoryLog()
  const broken: unknown[] = []
  const room = await Room.open('s', log, { ...events, broken: (fault) => broken.push(fault) })
  const [a, b] = [new RoomPeer().join(room), new RoomPeer().join(room)]
  await settle(room)
  log.append = () => Promise.reject(new ClientTaken())
  a.type('вода')
  await turns()
  expect(broken).toEqual([expect.any(ClientTaken)])
  expect([a.ended, b.ended, b.words]).toEqual(['tryLater', 'tryLater', ''])
})
