/** A text as it lies in the log: who comes first is sent it as it is, and it is read only when somebody writes. */
import * as Y from 'yjs'
import type { StoredDraft } from '../domain/draft-log.ts'

/** With more updates than this behind the snapshot, reading them once is less work than sending them to everybody. */
const mostUpdates = 200

export type StoredText = {
  /** To be applied in order. */
  updates: readonly Uint8Array[]
  stateVector: Uint8Array
  /** How many clocks it has of each client. */
  reached: ReadonlyMap<number, number>
}

/** Null when it has to be read before it can be sent. */
export function storedText({ snapshot, updates }: StoredDraft): StoredText | null {
  if (!snapshot?.stateVector || updates.length > mostUpdates) return null
  const reached = Y.decodeStateVector(snapshot.stateVector)
  for (const update of updates) {
    for (const [client, clock] of Y.parseUpdateMeta(update).to) {
      reached.set(client, Math.max(clock, reached.get(client) ?? 0))
    }
  }
  const stateVector = Y.encodeStateVector(reached)
  return { updates: [snapshot.bytes, ...updates], stateVector, reached }
}
