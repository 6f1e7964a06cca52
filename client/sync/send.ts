/** Frames of our own making on a draft's socket. */
import * as encoding from 'lib0/encoding'
import type { WebsocketProvider } from 'y-websocket'
import { encodeStateVector } from 'yjs'
import { messageTypes, syncTypes } from '#shared/sync/messages.ts'

/** Sends numbers and bytes as one frame; false when the socket is not open. */
export function send(
  { ws, wsconnected }: WebsocketProvider,
  ...parts: (number | Uint8Array)[]
): boolean {
  if (!wsconnected || ws?.readyState !== WebSocket.OPEN) return false
  const frame = encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part)
      else encoding.writeVarUint8Array(encoder, part)
    }
  })
  ws.send(frame as Uint8Array<ArrayBuffer>)
  return true
}

/** Asks the server for everything that this document lacks. */
export const askForMissing = (provider: WebsocketProvider): boolean =>
  send(provider, messageTypes.sync, syncTypes.stateVector, encodeStateVector(provider.doc))
