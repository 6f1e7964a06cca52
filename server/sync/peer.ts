/** One open socket as a room sees it. */
import type { CloseReason } from '#shared/sync/close-codes.ts'

export type Peer = {
  readonly person: { id: string; name: string }
  /** Whether this person may change the text now; asked for every frame, and changed on open sockets. */
  mayEdit: boolean
  /** Whether the client understands the frames that are not y-websocket's. */
  readonly knowsOurs: boolean
  send(frame: Uint8Array): void
  end(reason: CloseReason): void
}
