/** Sockets are asked whether they are still there, each at its own moments. */
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { heartbeatMs, keepAsking } from '#server/sync/heartbeat.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

class Socket extends EventEmitter {
  pings = 0
  beats = 0
  isThere = true
  readonly terminate = () => this.emit('close')

  ping(): void {
    this.pings++
    if (this.isThere) this.emit('pong')
  }

  begin(): this {
    keepAsking(this as unknown as WebSocket, () => this.beats++)
    return this
  }
}

test('who answers stays, and beats; who does not is ended at the next beat', () => {
  const there = new Socket().begin()
  const gone = new Socket().begin()
  gone.isThere = false
  const ended = vi.fn()
  gone.on('close', ended)

  vi.advanceTimersByTime(heartbeatMs)
  expect(ended).not.toHaveBeenCalled()
  vi.advanceTimersByTime(3 * heartbeatMs)
  expect(ended).toHaveBeenCalledOnce()
  expect(gone.pings).toBe(1)
  expect(there.beats).toBe(4)
})

test('a frame is a sign of life, too', () => {
  const writing = new Socket().begin()
  writing.isThere = false
  for (let beat = 0; beat < 3; beat++) {
    vi.advanceTimersByTime(heartbeatMs - 1)
    writing.emit('message')
    vi.advanceTimersByTime(1)
  }
  expect(writing.beats).toBe(3)
})

test('sockets that came one after another are never all asked at once', () => {
  const sockets = Array.from({ length: 100 }, () => {
    vi.advanceTimersByTime(10)
    return new Socket().begin()
  })
  let most = 0
  for (let ms = 0; ms < heartbeatMs; ms++) {
    const before = sockets.reduce((sum, { pings }) => sum + pings, 0)
    vi.advanceTimersByTime(1)
    most = Math.max(most, sockets.reduce((sum, { pings }) => sum + pings, 0) - before)
  }
  expect(sockets.every(({ pings }) => pings === 1)).toBe(true)
  expect(most).toBe(1)
})

test('nobody is asked after the socket has closed', () => {
  const socket = new Socket().begin()
  socket.emit('close')
  expect(vi.getTimerCount()).toBe(0)
})
