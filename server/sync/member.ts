/** Where a room stands with one of its sockets. */
import type { Peer } from './peer.ts'

export type Member = {
  readonly peer: Peer
  /** Was sent the whole text: from then on it gets every update. */
  synced: boolean
  /** Owes us the answer to our state vector: what it has and we lack. Before that nothing counts as saved. */
  owes: boolean
  /** Updates in a row that built on something we lack. */
  gaps: number
  /** The newest fence that has not been answered. */
  fence: number | null
  /** Was sent away for what it sent; nothing more of it is taken. */
  expelled: boolean
  /** Bytes that it sent and that have not been worked off. */
  queued: number
  /** Set while it reads too slowly: the state vector up to which it was sent everything. */
  behind: Uint8Array | null
}

export const newMember = (peer: Peer): Member => ({
  peer,
  synced: false,
  owes: peer.mayEdit,
  gaps: 0,
  fence: null,
  expelled: false,
  queued: 0,
  behind: null,
})
