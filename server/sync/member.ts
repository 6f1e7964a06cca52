/** Where a room stands with one of its sockets. */
import type { CloseReason } from '#shared/sync/close-codes.ts'
import type { Peer } from './peer.ts'

export type Member = {
  readonly peer: Peer
  /** Was sent the whole text: from then on it gets every update. */
  synced: boolean
  /**
   * May have something that we lack: it owes us the answer to our state vector, or may not write and
   * is not asked. Before that nothing counts as saved.
   */
  owes: boolean
  /** Updates in a row that built on something we lack, though nothing was owed. */
  gaps: number
  /** The newest fence that has not been answered. */
  fence: number | null
  /** Ends the rest of one that was too much work; null when it is not at rest. */
  rest: (() => void) | null
  /** Was sent away for what it sent; nothing more of it is taken. */
  expelled: boolean
  /** Bytes that it sent and that have not been worked off. */
  queued: number
  /** How often it has asked what it lacks in a row, and the last question that waits for its answer. */
  asked: number
  asking: Uint8Array | null
  /** Set while it reads too slowly: the state vector up to which it was sent everything. */
  behind: Uint8Array | null
}

const mostGaps = 5

/**
 * Counts an update that builds on something we lack. What somebody types before our question arrives
 * builds on what the answer will bring, and is not counted.
 */
export function hasTooManyGaps(member: Member, answer: boolean): boolean {
  if (!member.owes || answer) member.gaps++
  return member.gaps > mostGaps
}

/** Sends a member away for what it sent; nothing more of it is taken. */
export function expel(member: Member, reason: CloseReason): void {
  member.expelled = true
  member.peer.end(reason)
}

export const newMember = (peer: Peer): Member => ({
  peer,
  synced: false,
  owes: true,
  gaps: 0,
  fence: null,
  rest: null,
  expelled: false,
  queued: 0,
  asked: 0,
  asking: null,
  behind: null,
})
