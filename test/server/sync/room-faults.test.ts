/** A room and what is odd in honest people: fast typists, former editors, readers; and what happens when it breaks. */
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Batch, collect } from '#server/sync/pipeline.ts'
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

test('[DRAFT2] what a reader typed while still an editor, and away, is never called saved', async () => {
  const { log, room } = await openRoom()
  const reader = new RoomPeer({ mayEdit: false })
  reader.type('в дороге')
  reader.join(room)
  reader.fence(1)
  await settle(room)
  expect(reader.saved).toBe(0)
  room.changeMode(reader, true)
  room.changeMode(reader, false)
  reader.fence(1)
  await settle(room)
  expect([reader.saved, log.entries.length]).toEqual([0, 0])
})

test('whoever types fast before our question arrives is not sent away', async () => {
  const { room } = await openRoom()
  const a = new RoomPeer()
  a.type('начало')
  room.join(a)
  for (const letter of ' и конец') {
    const before = Y.encodeStateVector(a.doc)
    a.type(letter)
    room.receiveUpdate(a, Y.encodeStateAsUpdate(a.doc, before), false)
  }
  await settle(room)
  expect(a.ended).toBeNull()
  room.receiveUpdate(a, Y.encodeStateAsUpdate(a.doc), true)
  await settle(room)
  expect(await room.read((doc) => doc.getText('words').toString())).toBe('начало и конец')
})

test('whoever answers with gaps again and again is sent away', async () => {
  const { room } = await openRoom()
  const a = new RoomPeer()
  a.type('начало ')
  const missed = Y.encodeStateVector(a.doc)
  a.type('конец')
  room.join(a)
  for (let i = 0; i < 6; i++) {
    room.receiveUpdate(a, Y.encodeStateAsUpdate(a.doc, missed), true)
  }
  await settle(room)
  expect(a.ended).toBe('badFrame')
})

test('[DRAFT1] what Yjs tidied up in our copy after an update goes to its sender too', () => {
  const sender = new RoomPeer()
  const batch: Batch = { entries: [], bindings: [], heard: [], effort: 0 }
  const [own, tidied] = [Uint8Array.of(1), Uint8Array.of(2)]
  const entries = [own, tidied].map((bytes) => ({ statement: 's', person: 'p', bytes }))
  collect(batch, { entries, bindings: [] }, sender)
  expect(batch.entries.map((entry) => entry.sender)).toEqual([sender, null])
})

test('[REV1] deletions from a reader, as Yjs makes them to tidy up, are passed over', async () => {
  const { log, room } = await openRoom()
  const [a, reader] = [new RoomPeer().join(room), new RoomPeer({ mayEdit: false }).join(room)]
  a.type('вода')
  await settle(room)
  reader.doc.getText('words').delete(0, 2)
  await settle(room)
  expect(reader.ended).toBeNull()
  expect([log.entries.length, a.words]).toEqual([1, 'вода'])
})

test('[DRAFT2] a deletion by somebody who may no longer write is not called saved', async () => {
  const { room } = await openRoom()
  const a = new RoomPeer().join(room)
  a.type('вода')
  await settle(room)
  room.changeMode(a, false)
  a.doc.getText('words').delete(0, 2)
  a.fence(2)
  await settle(room)
  expect(a.saved).toBe(0)
})

test('an edit in a room that breaks is answered', async () => {
  const { log, room } = await openRoom()
  log.load = () => Promise.reject(new Error('the disk cannot be read'))
  const breaking = room.edit(editorNamed('p'), () => {
    throw new Error('no')
  })
  const waiting = room.edit(editorNamed('p'), () => undefined)
  await expect(breaking).rejects.toThrow('the room is closed')
  await expect(waiting).rejects.toThrow('the room is closed')
  await expect(room.read(() => undefined)).rejects.toThrow('the room is closed')
})

test('[DRAFT2] nobody can write first under a client id that another has shown', async () => {
  const { log, room } = await openRoom()
  const [victim, thief] = [new RoomPeer().join(room), new RoomPeer().join(room)]
  await settle(room)
  room.receivePresence(victim, stateOf(victim.doc.clientID))
  const stolen = new RoomPeer()
  stolen.doc.clientID = victim.doc.clientID
  stolen.type('чужое')
  room.receiveUpdate(thief, Y.encodeStateAsUpdate(stolen.doc), false)
  await settle(room)
  victim.type('моё слово')
  victim.fence(1)
  await settle(room)
  expect(thief.ended).toBe('badFrame')
  expect(victim.saved).toBe(1)
  expect(await room.read((doc) => doc.getText('words').toString())).toBe('моё слово')
  expect((await log.load('s')).bindings.get(victim.doc.clientID)).toBe(victim.person.id)
})

/** What a client says of itself when it comes. */
function stateOf(client: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, client, 1]) encoding.writeVarUint(encoder, number)
  encoding.writeVarString(encoder, '{}')
  return encoding.toUint8Array(encoder)
}
