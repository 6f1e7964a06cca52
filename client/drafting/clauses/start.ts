/** At which number a clause begins to count, or that it goes on from the one before. [DRAFT5] */
import type { EditorState, Transaction } from '@tiptap/pm/state'

/** The highest number that a count may begin at. */
export const highestStart = 9999

/** Gives the block at a position of the document its own beginning; null lets the count go on. */
export function startAt(state: EditorState, pos: number, start: number | null): Transaction | null {
  const node = state.doc.nodeAt(pos)
  if (!node || !isNumbered(node.attrs.kind) || node.attrs.start === start) return null
  return state.tr.setNodeAttribute(pos, 'start', start)
}

export const isNumbered = (kind: unknown): boolean => kind === 'operative' || kind === 'numbered'

/** The number that somebody has typed, if a count may begin with it. */
export function startFrom(typed: string): number | null {
  const number = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0
  return number >= 1 && number <= highestStart ? number : null
}
