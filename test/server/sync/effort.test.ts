/** What one update may cost: what honest people do in bulk passes, what grows with the square does not. */
import * as encoding from 'lib0/encoding'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { applyWithin as within } from '#server/sync/effort.ts'
import { inspect } from '#server/sync/gate.ts'
import { appendNodes, bodyOf } from '#shared/text/draft.ts'
import {
  deepNest,
  halfDeleted,
  interleaved,
  longKey,
  longText,
  manyRuns,
  parts,
  structsOf,
} from '../../fuzz/bombs.ts'

// The work is what counts here, whatever else keeps the machine busy.
vi.setConfig({ testTimeout: 120_000 })

const block = (words: string) => ({
  type: 'block',
  content: [
    { type: 'text', text: words },
    { type: 'text', text: words, marks: [{ type: 'bold' }] },
    { type: 'text', text: words },
  ],
})

const applyWithin = (server: Y.Doc, update: Uint8Array) =>
  within(server, update.length, () => Y.applyUpdate(server, update))

const take = (server: Y.Doc, update: Uint8Array) => {
  const known = (client: number) => Y.getState(server.store, client)
  expect(inspect(update, known).verdict).toBe('pass')
  applyWithin(server, update)
}

test('[DRAFT7] a Word file of a megabyte comes in, and twice at one place while apart', () => {
  const server = new Y.Doc()
  const [anna, bolot] = [new Y.Doc(), new Y.Doc()]
  for (const doc of [anna, bolot]) {
    const blocks = Array.from({ length: 3000 }, () =>
      block('слово и ещё одно слово здесь, '.repeat(2)),
    )
    doc.transact(() => appendNodes(bodyOf(doc, 'ru'), blocks))
    const update = Y.encodeStateAsUpdate(doc)
    expect(update.length).toBeGreaterThan(1_000_000)
    take(server, update)
  }
  expect(bodyOf(server, 'ru').length).toBe(6000)
})

test('[DRAFT3] a long offline session on a text that others changed everywhere passes', () => {
  const anna = new Y.Doc()
  anna.getText('t').insert(0, 'слово '.repeat(5000))
  const server = new Y.Doc()
  Y.applyUpdate(server, Y.encodeStateAsUpdate(anna))
  for (const [doc, word] of [
    [anna, 'Анна'],
    [server, 'Болот'],
  ] as const) {
    for (let i = 4000; i > 0; i -= 2) {
      doc.getText('t').insert(i * 6, word)
      doc.getText('t').delete(i * 6 - 3, 1)
      doc.getText('t').format(i * 6 - 4, 3, { bold: {} })
    }
  }
  take(server, Y.encodeStateAsUpdate(anna))
  take(server, Y.encodeStateAsUpdate(server))
  Y.applyUpdate(anna, Y.encodeStateAsUpdate(server))
  expect(anna.getText('t').toString()).toBe(server.getText('t').toString())
})

test('[DRAFT7] a whole text of many pieces is deleted at once', () => {
  const anna = new Y.Doc()
  const server = new Y.Doc()
  const blocks = Array.from({ length: 3000 }, () => block('слово '))
  anna.transact(() => appendNodes(bodyOf(anna, 'ru'), blocks))
  take(server, Y.encodeStateAsUpdate(anna))
  anna.on('update', (update: Uint8Array) => take(server, update))
  bodyOf(anna, 'ru').delete(0, 3000)
  expect(bodyOf(server, 'ru').length).toBe(0)
})

test.each([
  [
    'a letter put before each letter of a long text, each bound to another',
    [manyRuns(20_000), interleaved(20_000)],
  ],
  ['every second letter of a long text deleted', [longText(300_000), halfDeleted(150_000)]],
  ['types nested in types', [deepNest(50)]],
  ['one key written twenty thousand times over', [longKey(20_000)]],
])('[DRAFT1] %s costs others less than a second, and is stopped', (_, updates) => {
  const server = new Y.Doc()
  const last = updates.pop() ?? new Uint8Array()
  for (const update of updates) Y.applyUpdate(server, update)
  expect(inspect(last, (client) => Y.getState(server.store, client)).verdict).toBe('pass')
  const start = process.cpuUsage()
  expect(() => applyWithin(server, last)).toThrow()
  expect(process.cpuUsage(start).user).toBeLessThan(1_000_000)
})

test('[DRAFT3] twenty thousand pieces written without a line come in as one update', () => {
  const server = new Y.Doc()
  const anna = new Y.Doc()
  for (let i = 0; i < 10_000; i++) {
    anna.getText('t').insert((i * 7919) % (anna.getText('t').length + 1), 'ә ')
  }
  for (let i = 0; Y.decodeUpdate(Y.encodeStateAsUpdate(anna)).structs.length < 20_000; i += 100) {
    for (let j = i; j < i + 100; j++) anna.getText('t').format(j * 2, 1, { bold: {} })
  }
  take(server, Y.encodeStateAsUpdate(anna))
  expect(server.getText('t').toDelta()).toEqual(anna.getText('t').toDelta())
})

test('[DRAFT1] as many pieces as the gate lets pass are half a second’s work at most', () => {
  const types = structsOf(
    99,
    0,
    Array.from({ length: 25_000 }, (_, at) =>
      at === 0
        ? parts(Uint8Array.of(7), 1, 'body:ru', 6)
        : parts(Uint8Array.of(0x87), 99, at - 1, 6),
    ),
  )
  const start = process.cpuUsage()
  take(new Y.Doc(), types)
  expect(process.cpuUsage(start).user).toBeLessThan(500_000)
})

/** One letter between two others, as nobody's editor writes it. */
function letterBetween(left: Y.ID, right: Y.ID): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  for (const number of [1, 1]) encoding.writeVarUint(encoder.restEncoder, number)
  encoder.writeClient(99)
  encoding.writeVarUint(encoder.restEncoder, 0)
  const letter = new Y.ContentString('x')
  new Y.Item(Y.createID(99, 0), null, left, null, right, null, null, letter).write(encoder, 0)
  encoding.writeVarUint(encoder.restEncoder, 0)
  return encoder.toUint8Array()
}

test('[DRAFT1] what pretends to stand between two places is not taken', () => {
  const server = new Y.Doc()
  server.clientID = 1
  server.getText('one').insert(0, 'вода')
  server.getText('two').insert(0, 'сады')
  const at = (clock: number) => Y.createID(1, clock)
  expect(() => applyWithin(server, letterBetween(at(1), at(5)))).toThrow('two places')
})

test('what stands between two neighbours is taken', () => {
  const server = new Y.Doc()
  server.clientID = 1
  server.getText('one').insert(0, 'вода')
  applyWithin(server, letterBetween(Y.createID(1, 1), Y.createID(1, 2)))
  expect(server.getText('one').toString()).toBe('воxда')
})

test('[DRAFT1] who names neighbours and leaves out what stood between them is not taken', () => {
  const server = new Y.Doc()
  server.clientID = 1
  server.getText('one').insert(0, 'вода')
  const letter = letterBetween(Y.createID(1, 0), Y.createID(1, 3))
  expect(() => applyWithin(server, letter)).toThrow('a known one between neighbours')
})

test('[DRAFT1] what others have written between two neighbours meanwhile is no fault', () => {
  const server = new Y.Doc()
  server.clientID = 1
  server.getText('one').insert(0, 'вода')
  const between = letterBetween(Y.createID(1, 1), Y.createID(1, 2))
  server.clientID = 2
  server.getText('one').insert(2, 'ё')
  applyWithin(server, between)
  expect(server.getText('one').toString()).toBe('воёxда')
})

test.each([true, false])(
  '[DRAFT1] what pretends to stand backwards is not taken (typed in one go: %s)',
  (atOnce) => {
    const server = new Y.Doc()
    server.clientID = 1
    const text = server.getText('one')
    if (atOnce) text.insert(0, 'вода')
    else for (const letter of 'адов') text.insert(0, letter)
    const backwards = letterBetween(Y.createID(1, atOnce ? 3 : 0), Y.createID(1, atOnce ? 1 : 2))
    expect(() => applyWithin(server, backwards)).toThrow('wrong order')
  },
)
