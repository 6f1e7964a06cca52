/** What the screen may say of a draft: a pure decision, so that it can be tested in every case. [DRAFT2] */
import { closeCodes } from '#shared/sync/close-codes.ts'
import type { SocketMode } from '#shared/sync/messages.ts'
import type { Kept } from './kept-draft.ts'

export const draftStates = [
  'connecting',
  'saving',
  'saved',
  'on-this-device',
  'in-this-window',
  'device-full',
  'offline',
  'read-only',
  'locked',
  'locked-unsaved',
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
  /** A connection was lost, or could not be made. */
  failed: boolean
  /** The server’s text and this one are the same, but for what is on its way. */
  synced: boolean
  /** The text is here, from the server or from this device. */
  loaded: boolean
  mode: SocketMode | null
  /** Something was typed here that the server has not told to be on its disk. */
  unsaved: boolean
  /** Where that is meanwhile. */
  kept: Kept
  /** The code with which the server ended the connection for good. */
  closedWith: number | null
}

export function draftStateOf(facts: DraftFacts): DraftState {
  const { connected, failed, synced, loaded, mode, unsaved, kept, closedWith } = facts
  if (closedWith !== null) return finalStates[closedWith] ?? 'rejected'
  if (!connected) {
    if (unsaved) return keptStates[kept]
    return loaded && failed ? 'offline' : 'connecting'
  }
  if (unsaved) return unsavedStates[mode ?? 'edit']
  return (mode && standingStates[mode]) ?? (synced ? 'saved' : 'connecting')
}

const unsavedStates: Record<SocketMode, DraftState> = {
  edit: 'saving',
  paused: 'paused',
  // Somebody who may only read since a moment ago must know that the last words are not saved.
  read: 'not-allowed',
  locked: 'locked-unsaved',
}

/** What is said as long as the mode lasts, whatever else is true. */
const standingStates: Partial<Record<SocketMode, DraftState>> = {
  read: 'read-only',
  locked: 'locked',
}

const keptStates: Record<Kept, DraftState> = {
  kept: 'on-this-device',
  storing: 'saving',
  full: 'device-full',
  nowhere: 'in-this-window',
}

const finalStates: Record<number, DraftState> = {
  [closeCodes.signedOut]: 'signed-out',
  [closeCodes.notAllowed]: 'not-allowed',
  [closeCodes.notFound]: 'not-found',
  [closeCodes.outdated]: 'outdated',
  [closeCodes.tooLong]: 'too-long',
}
