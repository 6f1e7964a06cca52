/** The disk is full at the n-th write, for every n of a story, once or for a while. */
import { expect, test } from 'vitest'
import type { ClientBinding, LogEntry } from '#server/domain/draft-log.ts'
import { Room } from '#server/sync/room.ts'
import { HandTimers, quiet } from '../../support/hand-timers.ts'
import { MemoryLog } from '../../support/memory-log.ts'
import { RoomPeer } from '../../support/room-peer.ts'

const nothing = () => undefined

/** Fails from its n-th write on, so many times. */
class FillingLog extends MemoryLog {
  writes = 0
  fails = 0
  readonly #from: number
  readonly #times: number

  constructor(from: number, times: number) {
    super()
    this.#from = from
    this.#times = times
  }

  get isFull(): boolean {
    return this.fails > 0 && this.fails <= this.#times && this.writes < this.#from
  }

  override append(entries: readonly LogEntry[], bindings: readonly ClientBinding[]) {
    if (this.writes + 1 === this.#from && this.fails < this.#times) {
      this.fails++
      return Promise.reject(Object.assign(new Error('no space left on device'), { code: '53100' }))
    }
    this.writes++
    return super.append(entries, bindings)
  }
}

/** Three who write in turn, one who comes in the middle with something typed before, and the server. */
async function play(log: FillingLog) {
  const timers = new HandTimers()
  const events = { changed: nothing, moved: nothing, paused: nothing, broken: nothing, timers }
  const room = await Room.open('s', log, events)
  const [a, b, c] = [new RoomPeer().join(room), new RoomPeer().join(room), new RoomPeer()]
  const everybody = [a, b, c]
  let failed = 0
  let edits = 0
  const acts = [
    () => a.type('а1 '),
    () => b.type('б1 '),
    () => c.type('в1 '),
    () => void c.join(room),
    () => void room.edit(null, (doc) => doc.getText('words').insert(0, 'с1 ')).then(() => edits++),
    () => a.doc.getText('words').delete(a.words.indexOf('а1'), 2),
    () => b.type('б2 '),
  ]
  const fences = new Map(everybody.map((peer) => [peer, 0]))
  for (const act of acts) {
    const before = everybody.map((peer) => peer.words)
    const wasIn = log.entries.length
    act()
    for (const peer of everybody) {
      fences.set(peer, (fences.get(peer) ?? 0) + 1)
      peer.fence(fences.get(peer) ?? 0)
    }
    await quiet()
    for (let tries = 0; log.isFull; tries++) {
      failed++
      const present = everybody.filter((peer) => peer !== c || c.mode !== '')
      expect(present.map(({ mode }) => mode)).toEqual(present.map(() => 'paused'))
      // Nothing came to anybody else, and nobody was told that this is saved.
      expect(log.entries.length).toBe(wasIn)
      const changed = everybody.filter((peer, at) => peer.words !== before[at])
      expect(changed.length).toBeLessThanOrEqual(1)
      for (const peer of present) expect(peer.saved).toBeLessThan(fences.get(peer) ?? 0)
      expect(tries).toBeLessThan(20)
      await timers.pass(2000)
    }
    await quiet()
  }
  for (const peer of everybody) {
    expect(peer.mode).toBe('edit')
    expect(peer.saved).toBeGreaterThan(0)
  }
  const text = await room.read((doc) => doc.getText('words').toString())
  expect(everybody.map(({ words }) => words)).toEqual([text, text, text])
  for (const word of ['б1', 'в1', 'с1', 'б2']) expect(text.split(word).length).toBe(2)
  expect(edits).toBe(1)
  return { writes: log.writes, failed, text }
}

test('[DRAFT2] full at any one write, for once or for long: paused, nothing shown, nothing lost', async () => {
  const { writes } = await play(new FillingLog(0, 0))
  expect(writes).toBeGreaterThanOrEqual(6)
  for (let from = 1; from <= writes; from++) {
    for (const times of [1, 2, 5]) {
      const played = await play(new FillingLog(from, times))
      expect([from, played.failed]).toEqual([from, times])
    }
  }
})
