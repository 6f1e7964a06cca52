/** Who is in a room: true names, one caret each, nothing else of what clients claim. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PresenceState } from '#server/domain/bus.ts'
import { Malformed } from '#server/sync/byte-reader.ts'
import { Presence } from '#server/sync/presence.ts'
import { RoomPeer } from '../../support/room-peer.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A presence frame as y-protocols writes it, without the message type around it. */
function states(...entries: [client: number, clock: number, state: unknown][]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const [client, clock, state] of entries) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, JSON.stringify(state))
  }
  return encoding.toUint8Array(encoder)
}

function read(frame: Uint8Array) {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  return Array.from({ length: decoding.readVarUint(inner) }, () => ({
    client: decoding.readVarUint(inner),
    clock: decoding.readVarUint(inner),
    state: JSON.parse(decoding.readVarString(inner)),
  }))
}

function presence(owners: Record<number, string> = {}) {
  const sent: Uint8Array[] = []
  const moved: PresenceState[] = []
  const room = new Presence(
    ({ frames }) => sent.push(...frames),
    (client) => owners[client],
    { moved: (states) => moved.push(...states), named: () => undefined },
  )
  const told = () => {
    vi.advanceTimersByTime(100)
    return sent.splice(0).flatMap(read)
  }
  return { room, told, moved }
}

test('[DRAFT1] name and colour come from the session, whatever the client says', () => {
  const { room, told } = presence()
  const peer = new RoomPeer({ person: 'p', name: 'Фирӯз Р.' })
  room.receive(
    peer,
    states([7, 1, { user: { name: 'Президент' }, cursor: { anchor: 1 }, more: 'x' }]),
  )
  const [state] = told()
  expect(state?.state.user).toMatchObject({ id: 'p', name: 'Фирӯз Р.' })
  expect(state?.state).toEqual({ user: state?.state.user, cursor: { anchor: 1 } })
})

test('a socket speaks for one client only; what it says of others is passed over', () => {
  const { room, told } = presence()
  const peer = new RoomPeer()
  room.receive(peer, states([7, 1, {}]))
  told()
  room.receive(peer, states([8, 1, {}], [7, 2, {}]))
  expect(told().map(({ client }) => client)).toEqual([7])
})

test('nobody takes the place of another person’s client', () => {
  const { room, told } = presence({ 9: 'somebody-else' })
  const peer = new RoomPeer()
  room.receive(peer, states([9, 1, {}]))
  vi.advanceTimersByTime(100)
  expect(room.everybody()).toEqual(
    new Presence(
      () => undefined,
      () => undefined,
      { moved: () => undefined, named: () => undefined },
    ).everybody(),
  )
  expect(told()).toEqual([])
})

test('many changes in a moment are told once', () => {
  const { room, told } = presence()
  const peer = new RoomPeer()
  for (let clock = 1; clock <= 50; clock++) room.receive(peer, states([7, clock, {}]))
  expect(told()).toHaveLength(1)
})

test('whoever leaves is gone for the others', () => {
  const { room, told } = presence()
  const peer = new RoomPeer()
  room.receive(peer, states([7, 1, {}]))
  told()
  room.leave(peer)
  expect(told()).toMatchObject([{ client: 7, state: null }])
})

test.each([
  ['a state too long', states([7, 1, { cursor: 'x'.repeat(3000) }])],
  [
    'more states than a room has people',
    states(...Array.from({ length: 2000 }, (_, i) => [i, 1, {}] as [number, number, unknown])),
  ],
  ['an end too early', states([7, 1, {}]).slice(0, 3)],
])('%s is not taken', (_, payload) => {
  const { room } = presence()
  expect(() => room.receive(new RoomPeer(), payload)).toThrow(Malformed)
})

test('[DRAFT1] whoever is in the room through another process is shown, and not told back to it', () => {
  const { room, told, moved } = presence()
  room.hear([{ client: 7, clock: 1, state: '{"user":{"name":"Айгүл О."}}' }])
  expect(told()).toEqual([{ client: 7, clock: 1, state: { user: { name: 'Айгүл О.' } } }])
  expect(moved).toEqual([])
  expect(read(room.everybody().frames[0] ?? new Uint8Array())).toHaveLength(1)
  room.hear([{ client: 7, clock: 2, state: null }])
  expect(read(room.everybody().frames[0] ?? new Uint8Array())).toEqual([])
})

test('who is here is told to other processes', () => {
  const { room, told, moved } = presence()
  room.receive(new RoomPeer({ person: 'p' }), states([9, 1, {}]))
  told()
  expect(moved.map(({ client }) => client)).toEqual([9])
  room.share()
  expect(moved).toHaveLength(2)
})

test('whoever is not told of again has gone with a process that was killed', () => {
  const { room } = presence()
  room.hear([{ client: 7, clock: 1, state: '{}' }])
  vi.advanceTimersByTime(61_000)
  expect(read(room.everybody().frames[0] ?? new Uint8Array())).toEqual([])
})

test('[DRAFT1] a reader who is away for a moment finds nobody else under the own client id', () => {
  const { room, told } = presence()
  const [reader, thief] = [new RoomPeer({ person: 'r' }), new RoomPeer({ person: 't' })]
  room.receive(reader, states([7, 1, {}]))
  room.leave(reader)
  told()
  room.receive(thief, states([7, 2, {}]))
  expect(told()).toEqual([])
  room.receive(new RoomPeer({ person: 'r' }), states([7, 3, {}]))
  expect(told()).toMatchObject([{ client: 7, state: { user: { id: 'r' } } }])
})

test('[DRAFT1] nobody takes the place of somebody whose socket another process holds', () => {
  const { room, told } = presence()
  room.hear([{ client: 7, clock: 1, state: '{"user":{"id":"r"}}' }])
  told()
  room.receive(new RoomPeer({ person: 't' }), states([7, 2, null], [7, 3, {}]))
  expect(told()).toEqual([])
})

test('[DRAFT1] another process cannot say that somebody here has gone', () => {
  const { room, told } = presence()
  room.receive(new RoomPeer({ person: 'p' }), states([7, 1, {}]))
  told()
  room.hear([{ client: 7, clock: 9, state: null }])
  expect(told()).toEqual([])
  expect(read(room.everybody().frames[0] ?? new Uint8Array())).toHaveLength(1)
})

test('a caret names no root: whoever looked it up would make it', () => {
  const { room, told } = presence()
  const at = { type: { client: 1, clock: 2 }, item: null, assoc: -1 }
  room.receive(
    new RoomPeer(),
    states([7, 1, { cursor: { anchor: { ...at, tname: 'x' }, head: { ...at, tname: null } } }]),
  )
  const [shown] = told()
  expect(shown?.state.cursor).toEqual({
    anchor: { ...at, tname: null },
    head: { ...at, tname: null },
  })
})
