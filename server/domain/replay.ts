/** Builds a draft from what its log holds. */
import * as Y from 'yjs'
import type { StoredDraft } from './draft-log.ts'

/**
 * Applies the entries of a log one by one, as they were applied when they came. In one go they could
 * come out differently: what Yjs tidies up between two of them decides what the later one meets.
 */
export function replay(doc: Y.Doc, entries: Iterable<Uint8Array>): void {
  for (const entry of entries) Y.applyUpdate(doc, entry)
}

/** Everything that has to be applied, in order, for a text to be there. */
export const updatesOf = ({
  snapshot,
  updates,
}: Pick<StoredDraft, 'snapshot' | 'updates'>): Uint8Array[] =>
  snapshot ? [snapshot.bytes, ...updates] : updates
