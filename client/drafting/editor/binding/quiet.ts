/**
 * What is written to Yjs without being anybody's to take back, because nobody sees it: letters that are
 * carried into a text of their own and read on where they stood, a block that is there and not yet shown.
 * Undo takes back only what shows it. So no text that others may be typing in is ever deleted or written
 * anew by an undo, and no letter restored that was merely carried elsewhere.
 */
import * as Y from 'yjs'
import type { Stretch } from '#shared/text/carried.ts'

type Ids = ReturnType<typeof Y.createDeleteSet>
/** What an undo takes back at once. */
export type Piece = { insertions: Ids; deletions: Ids }

const key = Symbol('quiet')

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
    const known: Piece[] = tr.meta.get(key) ?? []
    tr.meta.set(key, [...known, { insertions, deletions }])
    return result
  })
}

/** Takes what was done quietly in a transaction out of what an undo takes back. */
export function leaveQuiet(tr: Y.Transaction, piece: Piece): void {
  const quiet: readonly Piece[] = tr.meta.get(key) ?? []
  if (quiet.length === 0) return
  const all = (kind: keyof Piece) => Y.mergeDeleteSets(quiet.map((one) => one[kind]))
  piece.insertions = without(piece.insertions, all('insertions'))
  piece.deletions = without(piece.deletions, all('deletions'))
}

/** Letters that stand elsewhere now are taken back there: what was typed is one's own wherever it was carried. */
export function followLetters(piece: Piece, letters: readonly Stretch[]): void {
  const more = Y.createDeleteSet()
  for (const [client, clock, length, firstClient, firstClock] of letters) {
    for (const [from, to] of common(piece.insertions, firstClient, firstClock, length)) {
      add(more, client, clock + from - firstClock, to - from)
    }
  }
  if (more.clients.size > 0) piece.insertions = Y.mergeDeleteSets([piece.insertions, more])
}

/** Neighbouring ids. */
export type Range = readonly [client: number, clock: number, length: number]

/** What was deleted is deleted elsewhere now. */
export function swapDeleted(piece: Piece, [client, clock, length]: Range, range: Range): void {
  const [old, now] = [Y.createDeleteSet(), Y.createDeleteSet()]
  add(old, client, clock, length)
  add(now, ...range)
  piece.deletions = Y.mergeDeleteSets([without(piece.deletions, old), now])
}

function add({ clients }: Ids, client: number, clock: number, len: number) {
  if (len === 0) return
  const others = clients.get(client)
  if (others) others.push({ clock, len })
  else clients.set(client, [{ clock, len }])
}

/** What of a stretch of ids is among these, from and to. */
export function common({ clients }: Ids, client: number, clock: number, length: number) {
  return (clients.get(client) ?? []).flatMap((one): [number, number][] => {
    const [from, to] = [Math.max(one.clock, clock), Math.min(one.clock + one.len, clock + length)]
    return from < to ? [[from, to]] : []
  })
}

/** Both are in order and without overlaps, as Yjs leaves them when it merges. */
function without(ids: Ids, others: Ids): Ids {
  const left = Y.createDeleteSet()
  for (const [client, stretches] of ids.clients) {
    for (const { clock, len } of stretches) {
      let at = clock
      for (const [from, to] of common(others, client, clock, len)) {
        add(left, client, at, from - at)
        at = to
      }
      add(left, client, at, clock + len - at)
    }
  }
  return left
}
