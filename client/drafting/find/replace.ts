/** Other words in place of some: the letters that both share stay, with their marks, and so does every anchor between them. */
import type { Transaction } from '@tiptap/pm/state'
import { anchorCharacter } from '#shared/text/blocks.ts'
import type { Match } from './matches.ts'

/** Replaces matches of the transaction's document, in any number, as one change. */
export function replaceMatches(tr: Transaction, matches: readonly Match[], words: string) {
  for (const match of [...matches].reverse()) replaceMatch(tr, match, words)
  return tr
}

function replaceMatch(tr: Transaction, { from, to }: Match, words: string) {
  const found = tr.doc.textBetween(from, to, undefined, '\n')
  const start = commonStart(found, words)
  const end = commonEnd(found.slice(start), words.slice(start))
  const kept = { from: from + start, to: to - end }
  const put = words.slice(start, words.length - end)
  const gone = found.slice(start, found.length - end)
  // What goes between two anchors goes by itself, from the last to the first.
  let behind = kept.to
  for (const piece of gone.split(anchorCharacter).slice(1).reverse()) {
    tr.delete(behind - piece.length, behind)
    behind -= piece.length + anchorCharacter.length
  }
  if (put) tr.insertText(put, kept.from, behind)
  else tr.delete(kept.from, behind)
}

/** Never half a letter of two units, and never across an anchor. */
function commonStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return /[\ud800-\udbff]$/.test(a.slice(0, at)) ? at - 1 : at
}

function commonEnd(a: string, b: string): number {
  let at = 0
  while (at < Math.min(a.length, b.length) && a.at(-1 - at) === b.at(-1 - at)) at++
  return /^[\udc00-\udfff]/.test(a.slice(a.length - at)) ? at - 1 : at
}
