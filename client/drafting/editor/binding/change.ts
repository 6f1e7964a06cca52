/** What a transaction tells the binding of how the document came to differ from what Yjs has. */
import type { Transaction } from '@tiptap/pm/state'
import type { Change } from './write-to-yjs.ts'

const key = 'moved blocks'

/** Says of a transaction that it moves the blocks with these ids: the others stay where they are. */
export const tellMoved = (tr: Transaction, ids: readonly string[]): Transaction =>
  tr.setMeta(key, ids)

/** The change so far and what `tr` adds to it; null when there is none. */
export function changeWith(tr: Transaction, before: Change | null): Change | null {
  const known = before && tr.mapping.map(before.changedAt, -1)
  const changedAt = least(known, firstChange(tr))
  const moved = [...(before?.moved ?? []), ...((tr.getMeta(key) as string[] | undefined) ?? [])]
  return changedAt === null ? null : { changedAt, moved: new Set(moved) }
}

function firstChange(tr: Transaction): number | null {
  let first: number | null = null
  tr.mapping.maps.forEach((map, at) => {
    map.forEach((_from, _to, start) => {
      first = least(first, tr.mapping.slice(at + 1).map(start, -1))
    })
  })
  return first
}

const least = (a: number | null, b: number | null) =>
  a === null ? b : b === null ? a : Math.min(a, b)
