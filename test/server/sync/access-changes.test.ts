/** A room whose log refuses what somebody wrote who may no longer: that is dropped, the rest is stored, nobody comes anew. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { AccessChanged, type ClientBinding, type LogEntry } from '#server/domain/draft-log.ts'
import { Room } from '#server/sync/room.ts'
import { Refusal } from '#shared/refusals.ts'
import { editorNamed } from '../../support/editor.ts'
import { MemoryLog } from '../../support/memory-log.ts'
import { RoomPeer } from '../../support/room-peer.ts'

const nothing = () => undefined
const events = { changed: nothing, moved: nothing, paused: nothing, broken: nothing }

/** Knows how often each person's rights have changed. */
class CountingLog extends MemoryLog {
  readonly changes = new Map<string, number>()

  override append(entries: readonly LogEntry[], bindings: readonly ClientBinding[]) {
    const moved = entries.some(
      ({ person, accessChanges = 0 }) => accessChanges !== (this.changes.get(person ?? '') ?? 0),
    )
    return moved ? Promise.reject(new AccessChanged()) : super.append(entries, bindings)
  }

  /** From now on the log refuses what was let in before; asked again, the room is told this. */
  change(peer: RoomPeer, mayEdit: boolean) {
    const accessChanges = (this.changes.get(peer.person.id) ?? 0) + 1
    this.changes.set(peer.person.id, accessChanges)
    peer.decision = { mayEdit, accessChanges }
  }
}

async function openRoom() {
  const log = new CountingLog()
  return { log, room: await Room.open('s', log, events) }
}

const settle = (room: Room) => room.read(() => undefined)
const wordsOn = async (log: MemoryLog) => {
  const doc = new Y.Doc()
  for (const update of (await log.load('s')).updates) Y.applyUpdate(doc, update)
  return doc.getText('words').toString()
}

test('[REV1] [SAFE3] of what two wrote at once only that of the one who still may comes in', async () => {
  const { log, room } = await openRoom()
  const [a, b] = [new RoomPeer().join(room), new RoomPeer().join(room)]
  await settle(room)
  log.change(b, false)
  // Held, so that both come into one batch.
  log.hold()
  a.type('вода ')
  b.type('чужое')
  a.type('для садов')
  a.fence(2)
  b.fence(1)
  log.release()
  await settle(room)
  expect(await wordsOn(log)).toBe('вода для садов')
  expect([a.saved, b.saved, a.ended, b.mode]).toEqual([2, 0, null, 'read'])
  expect(a.words).toBe('вода для садов')
  const { bindings } = await log.load('s')
  expect([...bindings.keys()]).toEqual([a.doc.clientID])
  a.type('!')
  await settle(room)
  expect(await wordsOn(log)).toBe('вода для садов!')
})

test('[DRAFT2] who may write as before, with another role, loses nothing', async () => {
  const { log, room } = await openRoom()
  const [a, b] = [new RoomPeer().join(room), new RoomPeer().join(room)]
  await settle(room)
  log.change(a, true)
  a.type('вода')
  a.fence(1)
  await settle(room)
  expect([await wordsOn(log), b.words, a.saved, a.ended]).toEqual(['вода', 'вода', 1, null])
  expect(log.entries.length).toBe(1)
})

test('[SAFE3] an entry that waits for the disk is refused when the right ends meanwhile', async () => {
  const { log, room } = await openRoom()
  const a = new RoomPeer().join(room)
  await settle(room)
  log.failures = 1
  a.type('поздно')
  await new Promise((done) => setImmediate(done))
  expect(a.mode).toBe('paused')
  log.change(a, false)
  // The room hears of it at once; what it had let in before is still refused.
  await a.askAgain()
  await settle(room)
  expect([log.entries, a.saved]).toEqual([[], 0])
})

test('[DRAFT1] what was stored though its answer was lost is shown to all, when its author may no longer write', async () => {
  const { log, room } = await openRoom()
  const [a, b] = [new RoomPeer().join(room), new RoomPeer().join(room)]
  await settle(room)
  const { append } = log
  log.append = async (entries, bindings) => {
    log.append = append
    await append.call(log, entries, bindings)
    throw new Error('the answer was lost')
  }
  a.type('вода')
  await new Promise((done) => setImmediate(done))
  log.change(a, false)
  await settle(room)
  expect([await wordsOn(log), b.words, a.saved]).toEqual(['вода', 'вода', 0])
})

test('an edit of the server in the same batch is begun again and stored once', async () => {
  const { log, room } = await openRoom()
  const a = new RoomPeer().join(room)
  await settle(room)
  log.change(a, false)
  log.hold()
  a.type('чужое')
  const edited = room.edit(null, (doc) => doc.getText('words').insert(0, 'сервер'))
  log.release()
  await edited
  expect(await wordsOn(log)).toBe('сервер')
})

test('[REV1] [SAFE3] what somebody changes by a call is asked for again, and dropped when the right has ended', async () => {
  const { log, room } = await openRoom()
  const reader = new RoomPeer().join(room)
  const editor = {
    ...editorNamed('caller'),
    askAgain: () => Promise.reject(new Refusal('not-allowed')),
  }
  log.changes.set('caller', 1)
  const edited = room.edit(editor, (doc) => doc.getText('words').insert(0, 'чужое'))
  await expect(edited).rejects.toMatchObject({ code: 'not-allowed' })
  expect([await wordsOn(log), reader.words]).toEqual(['', ''])
  const still = { ...editorNamed('caller'), askAgain: async () => 1 }
  await room.edit(still, (doc) => doc.getText('words').insert(0, 'вода'))
  expect([await wordsOn(log), reader.words]).toEqual(['вода', 'вода'])
  expect(log.entries.map(({ person }) => person)).toEqual(['caller'])
})

test('[SAFE3] what is typed in a locked draft waits where it was typed, and nobody is sent away', async () => {
  const { log, room } = await openRoom()
  const [a, b] = [new RoomPeer().join(room), new RoomPeer().join(room)]
  await settle(room)
  room.changeMode(a, false, true)
  a.type('вода')
  a.fence(1)
  await settle(room)
  expect([a.mode, a.ended, a.saved, b.words, log.entries.length]).toEqual([
    'locked',
    null,
    0,
    '',
    0,
  ])
  room.changeMode(a, false, false)
  expect(a.mode).toBe('read')
  room.changeMode(a, true, false)
  a.fence(2)
  await settle(room)
  expect([a.mode, a.saved, b.words]).toEqual(['edit', 2, 'вода'])
})
