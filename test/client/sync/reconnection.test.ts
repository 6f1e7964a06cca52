/** How long a lost connection waits before it is tried again. */
import { ObservableV2 } from 'lib0/observable'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import { reconnect, renew, waitBefore } from '#client/sync/reconnection.ts'

const chances = [0, 0.25, 0.5, 0.75, 0.999]

describe('[DRAFT3] after a restart of the server', () => {
  test('the first attempts of many spread over a second', () => {
    expect(chances.map((chance) => waitBefore(0, chance))).toEqual([100, 350, 600, 850, 1099])
  })

  test('later ones spread wider, and nobody waits for more than about ten seconds', () => {
    for (let failed = 1; failed < 100; failed++) {
      expect(waitBefore(failed, 0.5)).toBeGreaterThanOrEqual(waitBefore(failed - 1, 0.5))
      expect(waitBefore(failed, 0.999)).toBeLessThanOrEqual(10_100)
    }
  })
})

/** As much of a provider as is spoken to, and what it was told. */
class Provider extends ObservableV2<{
  'connection-close': () => void
  sync: (synced: boolean) => void
  status: (event: { status: string }) => void
}> {
  shouldConnect = true
  wsconnected = false
  wsUnsuccessfulReconnects = 0
  maxBackoffTime = 0
  readonly told: string[] = []
  connect = () => this.told.push('connect')
  disconnect = () => this.told.push('disconnect')

  /** How long y-websocket waits after a connection was lost, by its own sum. */
  lose(): number {
    this.emit('connection-close', [])
    this.wsUnsuccessfulReconnects++
    return Math.min(2 ** this.wsUnsuccessfulReconnects * 100, this.maxBackoffTime)
  }
}

describe('[DRAFT3] a lost connection', () => {
  let provider: Provider
  let stop: () => void

  beforeEach(() => {
    vi.stubGlobal('window', new EventTarget())
    vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
    provider = new Provider()
    stop = reconnect(provider as unknown as WebsocketProvider)
  })
  afterEach(() => {
    stop()
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })

  test('waits a time of its own at each attempt, and begins anew once the text has arrived', () => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0.2).mockReturnValueOnce(0.9).mockReturnValue(0.5)
    expect([provider.lose(), provider.lose(), provider.lose()]).toEqual([300, 1900, 2100])
    provider.emit('sync', [true])
    expect(provider.lose()).toBe(600)
  })

  test('comes back at once when the network or the screen does', () => {
    document.dispatchEvent(new Event('visibilitychange'))
    expect(provider.told).toEqual(['connect'])
    window.dispatchEvent(new Event('online'))
    expect(provider.told).toEqual(['connect', 'disconnect', 'connect'])
  })

  test('gives up an attempt that nobody answers', () => {
    vi.useFakeTimers()
    provider.emit('status', [{ status: 'connecting' }])
    vi.advanceTimersByTime(14_000)
    expect(provider.told).toEqual([])
    vi.advanceTimersByTime(2000)
    expect(provider.told).toEqual(['disconnect', 'connect'])
    provider.emit('status', [{ status: 'connecting' }])
    provider.emit('status', [{ status: 'connected' }])
    vi.advanceTimersByTime(60_000)
    expect(provider.told).toHaveLength(2)
    vi.useRealTimers()
  })

  test('does not hang on a socket of a network that is gone', () => {
    window.dispatchEvent(new Event('offline'))
    expect(provider.told).toEqual(['disconnect', 'connect'])
  })

  test('does not come back when it was ended for a reason', () => {
    provider.shouldConnect = false
    for (const event of ['online', 'offline']) window.dispatchEvent(new Event(event))
    renew(provider as unknown as WebsocketProvider)
    expect(provider.told).toEqual([])
  })
})
