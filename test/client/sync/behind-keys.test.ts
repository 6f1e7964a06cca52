/** What comes from others: taken in together, and behind the key that somebody waits for. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import { messageYjsUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { Incoming } from '#client/sync/incoming.ts'
import { tellOnlyOwn } from '#client/sync/own-presence.ts'
import { messageTypes } from '#shared/sync/messages.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A provider that notes what it has taken in; taking one thing takes it so many milliseconds. */
function setUp(workMs = 0) {
  const taken: number[] = []
  const take = (_: unknown, decoder: decoding.Decoder) => {
    decoding.readVarUint(decoder)
    taken.push(decoding.readVarUint(decoder))
    now += workMs
  }
  let now = 0
  const messageHandlers: (typeof take)[] = []
  messageHandlers[messageTypes.sync] = take
  messageHandlers[messageTypes.awareness] = take
  const act = () => undefined
  const keys = { isTyping: false, isWaiting: false, onShown: act, destroy: act }
  const provider = { doc: new Y.Doc(), messageHandlers }
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now)
  const incoming = new Incoming(provider as never, keys)
  const hear = (letter: number) => {
    const frame = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, messageYjsUpdate)
      encoding.writeVarUint(encoder, letter)
    })
    const handle = messageHandlers[messageTypes.sync] as unknown as (...message: unknown[]) => void
    handle(null, decoding.createDecoder(frame), provider, true, messageTypes.sync)
  }
  const pass = (ms: number) => {
    for (let at = 0; at < ms; at++) {
      now++
      vi.advanceTimersByTime(1)
    }
  }
  return { taken, keys, hear, pass, incoming, stop: () => clock.mockRestore() }
}

test('[DRAFT1] the first after a pause is shown at once, what follows with the next', () => {
  const { taken, hear, pass, stop } = setUp()
  hear(1)
  expect(taken).toEqual([1])
  for (const letter of [2, 3, 4]) hear(letter)
  pass(49)
  expect(taken).toEqual([1])
  pass(1)
  expect(taken).toEqual([1, 2, 3, 4])
  stop()
})

test('[DRAFT1] a key that somebody waits for goes first, but not for ever', () => {
  const { taken, keys, hear, pass, stop } = setUp()
  keys.isWaiting = true
  hear(1)
  expect(taken).toEqual([])
  pass(20)
  keys.isWaiting = false
  pass(8)
  expect(taken).toEqual([1])
  keys.isWaiting = true
  hear(2)
  pass(249)
  expect(taken).toEqual([1])
  pass(8)
  expect(taken).toEqual([1, 2])
  stop()
})

test('[DRAFT1] while one types, the pause after a key is used, or the next after long enough', () => {
  const { taken, keys, hear, pass, stop } = setUp()
  keys.isTyping = true
  hear(1)
  pass(120)
  expect(taken).toEqual([])
  keys.onShown()
  expect(taken).toEqual([1])
  hear(2)
  pass(49)
  keys.onShown()
  expect(taken).toEqual([1])
  pass(1)
  keys.onShown()
  expect(taken).toEqual([1, 2])
  hear(3)
  pass(249)
  expect(taken).toEqual([1, 2])
  pass(1)
  expect(taken).toEqual([1, 2, 3])
  keys.onShown()
  expect(taken).toEqual([1, 2, 3])
  stop()
})

test('[DRAFT1] while a key waits nothing is lost, and all stays in its order', () => {
  const { taken, keys, hear, pass, incoming, stop } = setUp()
  keys.isWaiting = true
  for (let letter = 1; letter <= 30; letter++) {
    hear(letter)
    pass(1)
  }
  expect(taken).toEqual([])
  incoming.flush()
  expect(taken).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
  stop()
})

test('[DRAFT1] a machine for which taking in is work does it less often', () => {
  const { taken, hear, pass, stop } = setUp(20)
  hear(1)
  hear(2)
  pass(179)
  expect(taken).toEqual([1])
  pass(1)
  expect(taken).toEqual([1, 2])
  stop()
})

test('[DRAFT1] nobody tells the server of other people’s carets', () => {
  const awareness = new Awareness(new Y.Doc())
  const told: number[][] = []
  const provider = {
    awareness,
    _awarenessUpdateHandler: ({ added, updated, removed }: Record<string, number[]>) => {
      told.push([...(added ?? []), ...(updated ?? []), ...(removed ?? [])])
    },
  }
  awareness.on('update', provider._awarenessUpdateHandler)
  tellOnlyOwn(provider as never)
  const other = awareness.clientID + 1
  awareness.emit('update', [{ added: [other], updated: [], removed: [] }, 'socket'])
  expect(told).toEqual([])
  awareness.setLocalStateField('cursor', 1)
  expect(told).toEqual([[awareness.clientID]])
  awareness.emit('update', [
    { added: [], updated: [other, awareness.clientID], removed: [] },
    'socket',
  ])
  expect(told).toEqual([[awareness.clientID], [awareness.clientID]])
  awareness.destroy()
})
