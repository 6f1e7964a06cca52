/** One open socket as a room sees it. */
import type { CloseReason } from '#shared/sync/close-codes.ts'
import type { Packet } from './packet.ts'

export type Peer = {
  readonly person: { id: string; name: string }
  /** Whether this person may change the text now; asked for every frame, and changed on open sockets. */
  mayEdit: boolean
  /** The draft's lock is all that keeps this person from changing it. */
  locked: boolean
  /** How often what this person may do had changed when `mayEdit` was decided. */
  accessChanges: number
  /** Whether the client understands the frames that are not y-websocket's. */
  readonly knowsOurs: boolean
  send(packet: Packet): void
  /** Bytes that were sent and have not left yet, since the client reads slowly. */
  readonly unsent: number
  /** Calls `act` once all of them have left. */
  whenSent(act: () => void): void
  /** Reads nothing more from the socket until `resume`. */
  pause(): void
  resume(): void
  end(reason: CloseReason): void
  /** Decides anew what this person may do; resolves when `mayEdit` holds again. */
  askAgain(): Promise<void>
}
