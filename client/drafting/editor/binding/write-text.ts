/** From one textblock to its texts in Yjs: what was typed, deleted, formatted, and nothing beside it. */
import type { Fragment } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { type Formats, type Piece, piecesOf } from '#shared/text/y-nodes.ts'
import { commonEnd, commonStart, wholeUpTo } from './common-letters.ts'
import { placeInPieces } from './mirror.ts'

/** The texts of a block and of those that were joined to it, in their order. */
export type Texts = readonly Y.XmlText[]

/** Makes the texts, which show `before`, show `after`. */
export function writeText(
  texts: Texts,
  before: Fragment,
  after: Fragment,
  changedAt: number,
): void {
  if (before.eq(after)) return
  const old = piecesOf(before)
  const next = piecesOf(after)
  const change = changeBetween(lettersOf(old), lettersOf(next), changedAt)
  deleteLetters(texts, change.at, change.deleted)
  const { text, index: place } = placeInPieces(texts, change.at)
  let index = place
  for (const { insert, attributes } of slice(next, change.at, change.inserted)) {
    text.insert(index, insert, attributes)
    index += insert.length
  }
  const kept = [
    ...slice(old, 0, change.at),
    ...slice(next, change.at, change.inserted),
    ...slice(old, change.at + change.deleted, Number.POSITIVE_INFINITY),
  ]
  writeFormats(texts, kept, next)
}

export function deleteLetters(texts: Texts, at: number, length: number): void {
  for (const { text, from, many } of stretches(texts, at, length)) text.delete(from, many)
}

/** A stretch that may reach over several texts, by what lies in each of them. */
function stretches(texts: Texts, at: number, length: number) {
  let start = 0
  return texts.flatMap((text) => {
    const from = Math.max(at - start, 0)
    const many = Math.min(at + length - start, text.length) - from
    start += text.length
    return many > 0 ? [{ text, from, many }] : []
  })
}

const lettersOf = (pieces: readonly Piece[]) => pieces.map(({ insert }) => insert).join('')

/**
 * The one stretch that differs, and no letter beside it. Where it could begin at several places, as when a letter
 * is typed among its like, `hint` says at which.
 */
function changeBetween(old: string, next: string, hint: number) {
  const shortest = Math.min(old.length, next.length)
  const latest = commonStart(old, next)
  const earliest = Math.min(shortest - commonEnd(old, next, shortest), latest)
  const hinted = hint < 0 ? latest : Math.min(Math.max(hint, earliest), latest)
  const at = wholeUpTo(old, hinted)
  const end = commonEnd(old, next, shortest - at)
  return { at, deleted: old.length - at - end, inserted: next.length - at - end }
}

/** The pieces between two places. */
function slice(pieces: readonly Piece[], from: number, length: number): Piece[] {
  const found: Piece[] = []
  let start = 0
  for (const { insert, attributes } of pieces) {
    const end = start + insert.length
    const [left, right] = [Math.max(from, start), Math.min(from + length, end)]
    if (left < right) found.push({ insert: insert.slice(left - start, right - start), attributes })
    start = end
  }
  return found
}

/** Both lists have the same letters; where their formats differ, the text is given those of `next`. */
function writeFormats(texts: Texts, old: readonly Piece[], next: readonly Piece[]) {
  const cuts = [...new Set([...cutsOf(old), ...cutsOf(next)])].sort((a, b) => a - b)
  let from = 0
  for (const to of cuts) {
    const [before] = slice(old, from, to - from)
    const [after] = slice(next, from, to - from)
    const change = formatChange(before?.attributes ?? {}, after?.attributes ?? {})
    if (Object.keys(change).length > 0) {
      for (const one of stretches(texts, from, to - from)) {
        one.text.format(one.from, one.many, change)
      }
    }
    from = to
  }
}

function cutsOf(pieces: readonly Piece[]): number[] {
  let end = 0
  return pieces.map(({ insert }) => {
    end += insert.length
    return end
  })
}

/** What to set, and (as null) what to take away. */
function formatChange(before: Formats, after: Formats): Formats {
  const change: Formats = {}
  for (const key of Object.keys(before)) if (!(key in after)) change[key] = null
  for (const [key, attrs] of Object.entries(after)) {
    if (JSON.stringify(before[key]) !== JSON.stringify(attrs)) change[key] = attrs
  }
  return change
}
