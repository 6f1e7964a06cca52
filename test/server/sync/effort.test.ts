/** What one update may cost: what honest people do in bulk passes, what grows with the square does not. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyWithin } from '#server/sync/effort.ts'
import { inspect } from '#server/sync/gate.ts'
import { appendNodes, bodyOf } from '#shared/text/draft.ts'
import {
  deepNest,
  halfDeleted,
  interleaved,
  longKey,
  longText,
  manyRuns,
} from '../../fuzz/bombs.ts'

const block = (words: string) => ({
  type: 'block',
  content: [
    { type: 'text', text: words },
    { type: 'text', text: words, marks: [{ type: 'bold' }] },
    { type: 'text', text: words },
  ],
})

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
  ['one key written a hundred thousand times over', [longKey(100_000)]],
])('[DRAFT1] %s costs others less than a second, and is stopped', (_, updates) => {
  const server = new Y.Doc()
  const last = updates.pop() ?? new Uint8Array()
  for (const update of updates) Y.applyUpdate(server, update)
  expect(inspect(last, (client) => Y.getState(server.store, client)).verdict).toBe('pass')
  const start = process.cpuUsage()
  expect(() => applyWithin(server, last)).toThrow()
  expect(process.cpuUsage(start).user).toBeLessThan(1_000_000)
})
