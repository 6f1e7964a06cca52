/**
 * Blocks that are written anew because they come into another parent, as when cells are merged: they
 * remember whose letters they have, so that two who do so at the same time do not have them twice.
 */
import * as Y from 'yjs'
import { lettersFrom, remember, type Stretch, stretch } from '#shared/text/carried.ts'
import { commonEnd, commonStart, lettersOf } from './common-letters.ts'
import { type Entry, entriesByType, piecesOfEntry } from './mirror.ts'

/** Finds the block that had an id before a change. */
export type BlocksById = (id: string) => Entry | undefined

/** Looks only when it is asked, which most changes never do. */
export function blocksById(entries: readonly Entry[]): BlocksById {
  let blocks: Map<string, Entry> | null = null
  return (id) => {
    blocks ??= new Map([...entriesByType(entries).values()].map((one) => [one.node.attrs.id, one]))
    return blocks.get(id)
  }
}

export function rememberMoved({ type, node, children }: Entry, before: BlocksById): void {
  for (const child of children) rememberMoved(child, before)
  if (!(type instanceof Y.XmlText) || node.content.size === 0) return
  const old = before(node.attrs.id)
  if (!old) return
  const [was, is] = [lettersOf(old.node), lettersOf(node)]
  // What was typed in the same change stands between the two.
  const start = commonStart(was, is)
  const end = commonEnd(was, is, Math.min(was.length, is.length) - start)
  const letters = piecesOfEntry(old).flatMap((piece) =>
    piece instanceof Y.XmlText ? lettersFrom(piece, 0) : [],
  )
  remember(type, [
    { from: 0, letters: part(letters, 0, start) },
    { from: is.length - end, letters: part(letters, was.length - end, was.length) },
  ])
}

/** The letters between two places, moved once more. */
function part(letters: readonly Stretch[], from: number, to: number): Stretch[] {
  let at = 0
  return letters.flatMap(([client, clock, length, firstClient, firstClock, moves = 0]) => {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, length)]
    at += length
    if (start >= end) return []
    const first = firstClock + start
    return [stretch(client, clock + start, end - start, firstClient, first, moves + 1)]
  })
}
