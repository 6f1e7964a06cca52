/** Whether a document holds all that an update brings; Yjs' own reading, not the gate's. */
import * as Y from 'yjs'

export function holdsUpdate(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    if (clock + struct.length > Y.getState(doc.store, client)) return false
  }
  for (const [client, deletions] of ds.clients) {
    if (deletions.some(({ clock, len }) => !isDeleted(doc, client, clock, len))) return false
  }
  return true
}

function isDeleted(doc: Y.Doc, client: number, start: number, length: number): boolean {
  const end = start + length
  if (end > Y.getState(doc.store, client)) return false
  for (let clock = start; clock < end; ) {
    const struct = Y.getItem(doc.store, Y.createID(client, clock))
    if (!struct.deleted) return false
    clock = struct.id.clock + struct.length
  }
  return true
}
