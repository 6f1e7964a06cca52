/** A document that lacks the beginning of something notices, and gets it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { OutOfStep } from '#client/sync/out-of-step.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function scene() {
  const server = new Y.Doc()
  const updates: Uint8Array[] = []
  server.on('update', (update: Uint8Array) => updates.push(update))
  server.getText('text').insert(0, 'Вода ')
  server.getText('text').insert(5, 'общая')
  const [first = new Uint8Array(), second = new Uint8Array()] = updates
  const doc = new Y.Doc()
  const done: string[] = []
  const outOfStep = new OutOfStep(doc, {
    ask: () => done.push('ask'),
    renew: () => done.push('renew'),
    changed: () => undefined,
  })
  return { server, doc, first, second, done, outOfStep }
}

describe('[DRAFT1] out of step', () => {
  test('frames that merely come in another order are no matter', () => {
    const { doc, first, second, done, outOfStep } = scene()
    Y.applyUpdate(doc, second)
    vi.advanceTimersByTime(1000)
    Y.applyUpdate(doc, first)
    vi.advanceTimersByTime(100_000)
    expect(done).toEqual([])
    expect(outOfStep.noticed).toBe(false)
  })

  test('a moment later the server is asked for what is missing, and its answer ends it', () => {
    const { server, doc, second, done, outOfStep } = scene()
    Y.applyUpdate(doc, second)
    vi.advanceTimersByTime(2000)
    expect(done).toEqual(['ask'])
    expect(outOfStep.noticed).toBe(true)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)))
    expect(outOfStep.noticed).toBe(false)
    vi.advanceTimersByTime(100_000)
    expect(done).toEqual(['ask'])
    expect(doc.getText('text').toString()).toBe('Вода общая')
  })

  test('if that does not help the connection is made anew, ever more seldom', () => {
    const { doc, second, done, outOfStep } = scene()
    Y.applyUpdate(doc, second)
    vi.advanceTimersByTime(5000)
    expect(done).toEqual(['ask', 'renew'])
    vi.advanceTimersByTime(10 * 60_000)
    expect(done.length).toBeLessThan(20)
    outOfStep.destroy()
  })

  test('a deletion of something unknown is noticed as well', () => {
    const { server, doc, first, done, outOfStep } = scene()
    Y.applyUpdate(doc, first)
    const before = Y.encodeStateVector(server)
    server.getText('text').delete(6, 3)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, before))
    vi.advanceTimersByTime(2000)
    expect(done).toEqual(['ask'])
    outOfStep.destroy()
  })

  test('nothing is done after the screen was left', () => {
    const { doc, second, done, outOfStep } = scene()
    Y.applyUpdate(doc, second)
    outOfStep.destroy()
    vi.advanceTimersByTime(100_000)
    expect(done).toEqual([])
  })
})
