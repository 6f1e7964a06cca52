/** What a scenario needs of an editor, ours or another: a state one acts on, and a network one holds. */
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Random } from '../support/random.ts'

export interface Peer {
  readonly state: EditorState
  dispatch(tr: Transaction): void
  undo(): void
  redo(): void
  takeUnsent(): Uint8Array[]
  receive(updates: readonly Uint8Array[]): void
}

/** One thing that somebody does; `fresh` gives letters that stand nowhere yet. */
export type Act = (peer: Peer, random: Random, fresh: (count: number) => string) => void

/** Every letter that stands in the text, by how often. */
export function lettersOf({ state }: Peer): Map<string, number> {
  const counts = new Map<string, number>()
  state.doc.descendants(({ text = '' }) => {
    for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  })
  return counts
}

export const below = (random: Random, end: number) => Math.floor(random() * end)

/** Puts the caret somewhere in some textblock; with `in` within one of such blocks. */
export function goSomewhere(peer: Peer, random: Random, atStart = false): boolean {
  const places: [number, number][] = []
  peer.state.doc.descendants((node, pos) => {
    if (node.isTextblock) places.push([pos + 1, node.content.size])
  })
  const [start, size] = places[below(random, places.length)] ?? []
  if (start === undefined || size === undefined) return false
  const at = atStart ? start : start + below(random, size + 1)
  const { tr } = peer.state
  peer.dispatch(tr.setSelection(TextSelection.create(tr.doc, at)))
  return true
}

/** Some stretch of a textblock; null when it is empty. */
export function someStretch(peer: Peer, random: Random): { from: number; to: number } | null {
  if (!goSomewhere(peer, random)) return null
  const { $from } = peer.state.selection
  const to = Math.min($from.pos + 1 + below(random, 4), $from.end())
  return to > $from.pos ? { from: $from.pos, to } : null
}
