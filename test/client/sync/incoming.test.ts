/** What arrives from others: at once after a pause, else together, in order, and told just before. */
import fc from 'fast-check'
import { createDecoder, type Decoder, readVarString } from 'lib0/decoding'
import { createEncoder, type Encoder, toUint8Array, writeVarString } from 'lib0/encoding'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readSyncMessage, writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { Incoming } from '#client/sync/incoming.ts'
import { messageTypes } from '#shared/sync/messages.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

type Handler = (encoder: Encoder, decoder: Decoder) => void

/** A provider with what is needed of it, and one that writes what it hears of. */
class Stage {
  readonly doc = new Y.Doc()
  readonly theirs = new Y.Doc()
  readonly messageHandlers: Handler[] = []
  /** What was taken in, in order: `told`, the words after each transaction, carets by name, answers. */
  readonly seen: string[] = []
  readonly incoming: Incoming<Stage>
  readonly #unsent: Uint8Array[] = []

  constructor() {
    this.messageHandlers[messageTypes.sync] = (encoder, decoder) => {
      readSyncMessage(decoder, encoder, this.doc, this)
      if (toUint8Array(encoder).length > 0) this.seen.push('answered')
    }
    this.messageHandlers[messageTypes.awareness] = (_, decoder) =>
      void this.seen.push(`caret ${readVarString(decoder)}`)
    const act = () => undefined
    const keys = { isTyping: false, isWaiting: false, onShown: act, destroy: act }
    this.incoming = new Incoming(this, keys)
    this.incoming.onTaking(() => void this.seen.push('told'))
    this.doc.on('afterTransaction', ({ origin }: Y.Transaction) => {
      if (origin === this) this.seen.push(this.words)
    })
    this.theirs.on('update', (update: Uint8Array) => void this.#unsent.push(update))
  }

  get words(): string {
    return this.doc.getText('words').toString()
  }

  /** They type, and what they typed arrives. */
  type(letters: string) {
    const text = this.theirs.getText('words')
    text.insert(text.length, letters)
    for (const update of this.#unsent.splice(0)) {
      this.#arrive(messageTypes.sync, (encoder) => writeUpdate(encoder, update))
    }
  }

  caret(name: string) {
    this.#arrive(messageTypes.awareness, (encoder) => writeVarString(encoder, name))
  }

  ask() {
    this.#arrive(messageTypes.sync, (encoder) => writeSyncStep1(encoder, this.theirs))
  }

  answer() {
    this.#arrive(messageTypes.sync, (encoder) => writeSyncStep2(encoder, this.theirs))
  }

  #arrive(type: number, write: (encoder: Encoder) => void) {
    const encoder = createEncoder()
    write(encoder)
    this.messageHandlers[type]?.(createEncoder(), createDecoder(toUint8Array(encoder)))
  }
}

/** A stage on which something has just been taken in. */
function busy(): Stage {
  const stage = new Stage()
  stage.type('а')
  stage.seen.splice(0)
  return stage
}

test('the first after a pause is shown at once, and told just before', () => {
  const stage = new Stage()
  stage.type('а')
  expect(stage.seen).toEqual(['told', 'а'])
  vi.advanceTimersByTime(50)
  stage.type('б')
  expect(stage.seen).toEqual(['told', 'а', 'told', 'аб'])
})

test('what follows at once is taken in together, in the order in which it came', () => {
  const stage = busy()
  for (const letter of 'бвгд') {
    stage.type(letter)
    vi.advanceTimersByTime(10)
  }
  expect(stage.seen).toEqual([])
  vi.advanceTimersByTime(10)
  expect(stage.seen).toEqual(['told', 'абвгд'])
})

test('a caret comes after the letters that it stands behind', () => {
  const stage = busy()
  stage.caret('один')
  stage.type('б')
  stage.caret('два')
  vi.advanceTimersByTime(50)
  expect(stage.seen).toEqual(['told', 'аб', 'caret один', 'caret два'])
})

test('what is asked or answered comes after what waits, and waits for nothing', () => {
  const stage = busy()
  stage.type('б')
  stage.ask()
  expect(stage.seen).toEqual(['told', 'аб', 'told', 'answered'])
  stage.type('в')
  stage.answer()
  expect(stage.seen.slice(4).filter((one) => one !== 'told')[0]).toBe('абв')
  expect(stage.words).toBe('абв')
})

test('what waits can be taken in before its time, once', () => {
  const stage = busy()
  stage.type('б')
  stage.incoming.flush()
  expect(stage.seen).toEqual(['told', 'аб'])
  stage.incoming.flush()
  vi.advanceTimersByTime(100)
  expect(stage.seen).toEqual(['told', 'аб'])
})

test('whoever has stopped listening is told nothing, and what is ended takes nothing in', () => {
  const stage = busy()
  const heard = vi.fn()
  const stop = stage.incoming.onTaking(heard)
  stage.type('б')
  stop()
  vi.advanceTimersByTime(50)
  expect(heard).not.toHaveBeenCalled()
  stage.type('в')
  stage.incoming.destroy()
  vi.advanceTimersByTime(100)
  expect(stage.words).toBe('аб')
})

test('[DRAFT1] however messages and pauses follow each other, all that was typed stands there in the end', () => {
  const event = fc.oneof(
    fc.record({ type: fc.constantFrom('а', 'б', 'вг') }),
    fc.record({ pass: fc.nat({ max: 60 }) }),
    fc.constantFrom('caret', 'ask', 'answer', 'flush'),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const stage = new Stage()
      for (const one of events) {
        if (one === 'flush') stage.incoming.flush()
        else if (one === 'caret') stage.caret('один')
        else if (typeof one === 'string') stage[one as 'ask' | 'answer']()
        else if ('type' in one) stage.type(one.type)
        else vi.advanceTimersByTime(one.pass)
      }
      vi.advanceTimersByTime(50)
      expect(stage.words).toBe(stage.theirs.getText('words').toString())
      const carets = events.filter((one) => one === 'caret').length
      expect(stage.seen.filter((one) => one.startsWith('caret')).length).toBe(carets)
      stage.incoming.destroy()
    }),
  )
})
