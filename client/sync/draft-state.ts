/** What the screen may say of a draft: a pure decision, so that it can be tested in every case. [DRAFT2] */
import { closeCodes } from '#shared/sync/close-codes.ts'
import type { SocketMode } from '#shared/sync/messages.ts'

export const draftStates = [
  'connecting',
  'saving',
  'saved',
  'on-this-device',
  'offline',
  'read-only',
  'paused',
  'signed-out',
  'not-allowed',
  'not-found',
  'outdated',
  'too-long',
  'rejected',
] as const
export type DraftState = (typeof draftStates)[number]

export type DraftFacts = {
  connected: boolean
  synced: boolean
  /** The text has arrived at least once since the page was opened. */
  everSynced: boolean
  mode: SocketMode | null
  /** Something was typed here that the server has not told to be on its disk. */
  unsaved: boolean
  /** The code with which the server ended the connection for good. */
  closedWith: number | null
}

export function draftStateOf(facts: DraftFacts): DraftState {
  const { connected, synced, everSynced, mode, unsaved, closedWith } = facts
  if (closedWith !== null) return finalStates[closedWith] ?? 'rejected'
  if (!connected) {
    if (unsaved) return 'on-this-device'
    return everSynced ? 'offline' : 'connecting'
  }
  // Somebody who may only read since a moment ago must know that the last words are not saved.
  if (mode === 'read') return unsaved ? 'not-allowed' : 'read-only'
  if (unsaved) return mode === 'paused' ? 'paused' : 'saving'
  return synced ? 'saved' : 'connecting'
}

const finalStates: Record<number, DraftState> = {
  [closeCodes.signedOut]: 'signed-out',
  [closeCodes.notAllowed]: 'not-allowed',
  [closeCodes.notFound]: 'not-found',
  [closeCodes.outdated]: 'outdated',
  [closeCodes.tooLong]: 'too-long',
}
