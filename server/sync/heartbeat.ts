/** Asks a socket from time to time whether somebody is still there. */
import type { WebSocket } from 'ws'

/** In milliseconds. A client of y-websocket leaves when it was told nothing for 30 s. */
export const heartbeatMs = 20_000

/**
 * Ends a socket that was not heard from between two beats; calls `beat` with each that it answers for.
 * Each socket has its own moments: all at once would hold up whoever types.
 */
export function keepAsking(socket: WebSocket, beat: () => void): void {
  let heard = true
  const asking = setInterval(() => {
    if (!heard) return socket.terminate()
    heard = false
    socket.ping()
    beat()
  }, heartbeatMs)
  asking.unref()
  for (const sign of ['message', 'pong'] as const) {
    socket.on(sign, () => {
      heard = true
    })
  }
  socket.once('close', () => clearInterval(asking))
}
