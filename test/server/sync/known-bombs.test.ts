/** Every known bomb by its name: whoever sends it, the victim types on and is told that it is saved. */
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { readFrame } from '#server/sync/read-frame.ts'
import { Room } from '#server/sync/room.ts'
import { bombs, heavyBombs } from '../../fuzz/corpus.ts'
import { SilentPeer } from '../../fuzz/silent-peer.ts'
import { differenceOf, wholeStateOf } from '../../fuzz/whole-state.ts'
import { MemoryLog } from '../../support/memory-log.ts'
import { RoomPeer } from '../../support/room-peer.ts'

const nothing = () => undefined
const broken = (fault: unknown) => {
  throw fault
}
const own = 4242

async function openRoom() {
  const log = new MemoryLog()
  const events = { changed: nothing, moved: nothing, paused: broken, broken }
  const room = await Room.open('s', log, events)
  const victim = new RoomPeer({ person: 'victim' }).join(room)
  await room.read(nothing)
  victim.type('начало 😀 ')
  await room.read(nothing)
  const attacker = (mayEdit: boolean) => {
    const peer = new SilentPeer('attacker', mayEdit)
    room.join(peer)
    room.receiveStateVector(peer, Uint8Array.of(0))
    if (mayEdit) room.receiveUpdate(peer, Uint8Array.of(0, 0), true)
    return peer
  }
  const aim = () => ({
    ...{ own, clock: Y.getState(victim.doc.store, own), victim: victim.doc.clientID },
    victimClock: Y.getState(victim.doc.store, victim.doc.clientID),
  })
  return { log, room, victim, attacker, aim }
}

/** Types as the victim, and looks whether all of it arrives. */
async function typesOn(room: Room, victim: RoomPeer) {
  for (let fence = 1; fence <= 3; fence++) {
    victim.type(`слово${fence} `)
    victim.fence(fence)
    await room.read(nothing)
    expect([victim.saved, victim.ended]).toEqual([fence, null])
  }
  expect(victim.words).toMatch(/слово1 слово2 слово3 $/)
  const late = new RoomPeer({ mayEdit: false }).join(room)
  await room.read(nothing)
  expect(differenceOf(wholeStateOf(late.doc), wholeStateOf(victim.doc))).toBeNull()
  expect(victim.faults).toEqual([])
}

const all = Object.entries({ ...bombs, ...heavyBombs })

vi.setConfig({ testTimeout: 60_000 })

test.each(all)('[DRAFT1] [DRAFT2] from an editor, again and again: %s', async (name, bomb) => {
  const { room, victim, attacker, aim } = await openRoom()
  let peer = attacker(true)
  for (let i = 0; i < (name in heavyBombs ? 2 : 10); i++) {
    if (peer.ended) peer = attacker(true)
    readFrame(bomb(aim()), peer, room)
    await room.read(nothing)
  }
  await typesOn(room, victim)
})

test.each(all)('[REV1] from a reader: %s', async (_, bomb) => {
  const { log, room, victim, attacker, aim } = await openRoom()
  const state = () => room.read((doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex'))
  const before = await state()
  const entries = log.entries.length
  for (let i = 0; i < 3; i++) readFrame(bomb(aim()), attacker(false), room)
  expect(await state()).toBe(before)
  expect(log.entries).toHaveLength(entries)
  await typesOn(room, victim)
})
