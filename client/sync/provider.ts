/** The socket of one draft, not connected yet. */
import { WebsocketProvider } from 'y-websocket'
import type { Doc } from 'yjs'
import { handshake, socketPath } from '#shared/sync/messages.ts'
import { schemaVersion } from '#shared/text/schema.ts'
import { tellOnlyOwn } from './own-presence.ts'
import { patientSocket } from './patient-socket.ts'

/** `statement` is its id. */
export function newProvider(statement: string, doc: Doc): WebsocketProvider {
  const server = location.origin.replace(/^http/, 'ws') + socketPath
  const provider = new WebsocketProvider(server, statement, doc, {
    params: { [handshake.schema]: String(schemaVersion), [handshake.ours]: '1' },
    connect: false,
    disableBc: true,
    WebSocketPolyfill: patientSocket(),
  })
  tellOnlyOwn(provider)
  return provider
}
