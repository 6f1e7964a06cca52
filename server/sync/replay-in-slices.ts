/** Builds a draft from its log as `replay` does, and lets others have their turn meanwhile. */
import { setImmediate as turn } from 'node:timers/promises'
import type * as Y from 'yjs'
import { replay } from '../domain/replay.ts'

/** In milliseconds. */
const slice = 30

export async function replayInSlices(doc: Y.Doc, entries: readonly Uint8Array[]): Promise<void> {
  let start = performance.now()
  for (const entry of entries) {
    if (performance.now() - start > slice) {
      await turn()
      start = performance.now()
    }
    replay(doc, [entry])
  }
}
