/** A hostile socket in this process: it sends what it is told to, and does not listen. */
import type { Peer } from '#server/sync/peer.ts'
import type { CloseReason } from '#shared/sync/close-codes.ts'

export class SilentPeer implements Peer {
  readonly person: { id: string; name: string }
  mayEdit: boolean
  locked = false
  readonly knowsOurs = true
  readonly unsent = 0
  readonly accessChanges = 0
  ended: CloseReason | null = null

  constructor(person: string, mayEdit: boolean) {
    this.person = { id: person, name: person }
    this.mayEdit = mayEdit
  }

  send(): void {}
  async askAgain(): Promise<void> {}
  whenSent(): void {}
  pause(): void {}
  resume(): void {}

  end(reason: CloseReason): void {
    this.ended = reason
  }
}
