/**
 * What is written to Yjs without being anybody's to take back, because nobody sees it: letters that are
 * carried into a text of their own and read on where they stood, a block that is there and not yet shown.
 * Undo takes back only what shows it. So no text that others may be typing in is ever deleted or written
 * anew by an undo, and no letter restored that was merely carried elsewhere.
 */
import * as Y from 'yjs'

export type Ids = ReturnType<typeof Y.createDeleteSet>
/** What an undo takes back at once. */
export type Piece = { insertions: Ids; deletions: Ids }

/** What was done quietly in a transaction is noted on it under this. */
export const quietKey = Symbol('quiet')

/** Does something that undo leaves as it is, within a change that it takes back. */
export function quietly<Result>(doc: Y.Doc | null, act: () => Result): Result {
  if (!doc) return act()
  return doc.transact((tr) => {
    const { clientID, store } = doc
    const from = Y.getState(store, clientID)
    const counts = new Map(
      [...tr.deleteSet.clients].map(([client, { length }]) => [client, length]),
    )
    const result = act()
    const insertions = Y.createDeleteSet()
    add(insertions, clientID, from, Y.getState(store, clientID) - from)
    const deletions = Y.createDeleteSet()
    for (const [client, deleted] of tr.deleteSet.clients) {
      for (const { clock, len } of deleted.slice(counts.get(client) ?? 0)) {
        add(deletions, client, clock, len)
      }
    }
    const known: Piece[] = tr.meta.get(quietKey) ?? []
    tr.meta.set(quietKey, [...known, { insertions, deletions }])
    return result
  })
}

/** Puts neighbouring ids to others. */
export function add({ clients }: Ids, client: number, clock: number, len: number) {
  if (len === 0) return
  const others = clients.get(client)
  if (others) others.push({ clock, len })
  else clients.set(client, [{ clock, len }])
}
