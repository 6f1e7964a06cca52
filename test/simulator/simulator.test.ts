/** Scenarios from their seeds hold what is promised; what is broken on purpose is found. */
import { expect, test } from 'vitest'
import type { DraftLog } from '#server/domain/draft-log.ts'
import { savedFrame, updateFrame } from '#server/sync/frames.ts'
import { Packet } from '#server/sync/packet.ts'
import type { Peer } from '#server/sync/peer.ts'
import type { Room } from '#server/sync/room.ts'
import { unshared } from '../support/unshared-log.ts'
import { simulate } from './scenario.ts'
import type { Sabotage } from './server.ts'

test('[DRAFT1] [DRAFT2] [REV1] [SAFE3] whatever fails, nothing is lost, doubled, shown too early or written by a reader', async () => {
  for (let seed = 1; seed <= 25; seed++) {
    const { violation } = await simulate(seed)
    expect(violation, `npm run simulate -- --only ${seed}`).toBeNull()
  }
}, 30_000)

test('the same seed gives the same scenario', async () => {
  const [once, again] = [await simulate(7, { traced: true }), await simulate(7, { traced: true })]
  expect(once.trace.length).toBeGreaterThan(50)
  expect(again).toEqual(once)
})

/** Answers before it has written. */
const hasty = (log: DraftLog): DraftLog => ({
  ...unshared,
  load: (...of) => log.load(...of),
  async append(entries, bindings) {
    void log.append(entries, bindings).catch(() => undefined)
    return entries.map(() => 0n)
  },
})

/** Forgets each tenth batch. */
function forgetful(log: DraftLog): DraftLog {
  let batches = 0
  return {
    ...unshared,
    load: (...of) => log.load(...of),
    append: async (entries, bindings) =>
      ++batches % 10 === 0 ? entries.map(() => 0n) : log.append(entries, bindings),
  }
}

/** Stores whatever was let in once. */
const credulous = (log: DraftLog): DraftLog => ({
  ...unshared,
  load: (...of) => log.load(...of),
  append: (entries, bindings) =>
    log.append(
      entries.map(({ accessChanges: _, ...entry }) => entry),
      bindings,
    ),
})

function relaysAtOnce(room: Room) {
  const peers = new Set<Peer>()
  const [join, receive] = [room.join.bind(room), room.receiveUpdate.bind(room)]
  room.join = (peer) => {
    peers.add(peer)
    join(peer)
  }
  room.receiveUpdate = (sender, bytes, answer) => {
    for (const peer of answer ? [] : peers) {
      if (peer !== sender) peer.send(new Packet([updateFrame(bytes)]))
    }
    receive(sender, bytes, answer)
  }
}

function savesAtOnce(room: Room) {
  room.receiveFence = (peer, fence) => peer.send(new Packet([savedFrame(fence)]))
}

function keepsEveryRight(room: Room) {
  room.changeMode = () => undefined
}

/** Stops telling others what one writes. */
function keepsToItself(room: Room) {
  room.receiveStateVector = () => undefined
}

test.each<[what: string, sabotage: Sabotage, found: RegExp]>([
  ['a log that answers too early', { log: hasty }, /is not on the disk/],
  ['a log that forgets', { log: forgetful }, /not on the disk/],
  [
    'a log that asks nobody’s rights',
    { log: credulous },
    /may not write, and something of it came/,
  ],
  ['a room that relays too early', { room: relaysAtOnce }, /is sent what is not on the disk/],
  ['a room that calls saved what is not', { room: savesAtOnce }, /is saved; it is not on the disk/],
  ['a room in which rights never end', { room: keepsEveryRight }, /may not write/],
  ['a room that shows nobody the text', { room: keepsToItself }, /stays at/],
])(
  '[DRAFT2] it is found: %s',
  async (_, sabotage, found) => {
    for (let seed = 1; seed <= 100; seed++) {
      const { violation } = await simulate(seed, { sabotage })
      if (violation === null) continue
      expect(violation).toMatch(found)
      return
    }
    expect.fail('nothing was found')
  },
  30_000,
)
