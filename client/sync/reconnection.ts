/**
 * When a lost connection is tried again. y-websocket waits 200 ms, 400 ms and so on, everybody the
 * same; after a restart all would come back in one moment. Here each attempt waits a time of its own.
 */
import type { WebsocketProvider } from 'y-websocket'

const firstMs = 1000
const mostMs = 10_000
const leastMs = 100
/** An attempt that is not answered within this is given up; a browser may wait for minutes. */
const answerMs = 15_000

/** How long to wait before an attempt, after so many that failed; `chance` is from 0 up to 1. */
export function waitBefore(failed: number, chance: number): number {
  return leastMs + chance * Math.min(firstMs * 2 ** failed, mostMs)
}

/** Has the provider wait by `waitBefore`, and come back at once when the network or the screen does. */
export function reconnect(provider: WebsocketProvider): () => void {
  let failed = 0
  provider.on('connection-close', () => {
    // The provider waits for the shorter of its own doubling and this; ours is to be the shorter.
    provider.wsUnsuccessfulReconnects = 20
    provider.maxBackoffTime = waitBefore(failed++, Math.random())
  })
  provider.on('sync', (synced) => {
    if (synced) failed = 0
  })
  let waiting: ReturnType<typeof setTimeout> | undefined
  provider.on('status', ({ status }) => {
    clearTimeout(waiting)
    if (status === 'connecting') waiting = setTimeout(() => renew(provider), answerMs)
  })
  const onOnline = () => {
    // An attempt that was begun on the old network may hang.
    if (!provider.wsconnected) renew(provider)
  }
  const onOffline = () => renew(provider)
  const onVisible = () => {
    // One that was ended for good, or not begun yet, stays as it is.
    if (document.visibilityState === 'visible' && provider.shouldConnect) provider.connect()
  }
  window.addEventListener('online', onOnline)
  window.addEventListener('offline', onOffline)
  document.addEventListener('visibilitychange', onVisible)
  return () => {
    clearTimeout(waiting)
    window.removeEventListener('online', onOnline)
    window.removeEventListener('offline', onOffline)
    document.removeEventListener('visibilitychange', onVisible)
  }
}

/** Lets go of the socket, which may hang for long, and shakes hands anew. */
export function renew(provider: WebsocketProvider): void {
  if (!provider.shouldConnect) return
  provider.disconnect()
  provider.connect()
}
