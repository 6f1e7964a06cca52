/** What an undo would take back, set right for letters that came to stand elsewhere, and for what was done quietly. */
import * as Y from 'yjs'
import type { Stretch } from '#shared/text/carried.ts'
import { add, type Ids, type Piece, quietKey } from './quiet.ts'

/** Takes what was done quietly in a transaction out of what an undo takes back. */
export function leaveQuiet(tr: Y.Transaction, piece: Piece): void {
  const quiet: readonly Piece[] = tr.meta.get(quietKey) ?? []
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
