/** The suggestions that a text carries: where each is, and what accepting or rejecting it does. [REV2] */
import type { Mark, Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { type Format, formats } from '#shared/text/canonical.ts'
import { type BlockReview, readFormats, readReview } from '#shared/text/review.ts'

type SuggestionKind = BlockReview['kind']
export type Suggestion = { id: string; kind: SuggestionKind; from: number; to: number }
export type Verdict = 'accept' | 'reject'

/** In the order of the text, each once, from its beginning to its end. */
export function suggestionsIn(doc: Node): Suggestion[] {
  const found = new Map<string, Suggestion>()
  const add = (id: string, kind: SuggestionKind, from: number, to: number) => {
    const known = found.get(id)
    if (known) known.to = to
    else found.set(id, { id, kind, from, to })
  }
  doc.descendants((node, pos) => {
    const review = readReview(node.attrs.review)
    if (review && !node.isTextblock) add(review.id, review.kind, pos, pos + node.nodeSize)
    for (const mark of node.marks.filter(isSuggestion)) {
      add(mark.attrs.id, kindOf(mark), pos, pos + node.nodeSize)
    }
    if (node.isTextblock) {
      node.forEach((child, offset) => {
        for (const mark of child.marks.filter(isSuggestion)) {
          const from = pos + 1 + offset
          add(mark.attrs.id, kindOf(mark), from, from + child.nodeSize)
        }
      })
      // What is suggested of a block as a whole is shown at its end.
      const end = pos + node.nodeSize - 1
      if (review) add(review.id, review.kind, review.kind === 'modification' ? pos + 1 : end, end)
    }
    return !node.isTextblock
  })
  return [...found.values()]
}

/** The suggestion that the caret stands in or at. */
export function suggestionAt({ doc, selection }: EditorState): Suggestion | null {
  const { from, to } = selection
  const touched = suggestionsIn(doc).filter((one) => one.from <= to && one.to >= from)
  return touched.find((one) => one.from <= from && one.to >= to) ?? touched[0] ?? null
}

/** Settles the suggestions of these ids, or all of them. */
export function settle(
  { tr, schema }: EditorState,
  verdict: Verdict,
  ids: ReadonlySet<string> | null,
): Transaction {
  const meant = (id: string) => ids === null || ids.has(id)
  settleWords(tr, verdict, meant, (format) => schema.mark(format))
  settleBlocks(tr, verdict, meant)
  return tr
}

const kindOf = ({ type }: Mark) => type.name as SuggestionKind

const isSuggestion = ({ type }: Mark) =>
  ['insertion', 'deletion', 'modification'].includes(type.name)

/** Whether what carries this goes away: a rejected insertion, an accepted deletion. */
const goes = (kind: SuggestionKind, verdict: Verdict) =>
  (kind === 'insertion' && verdict === 'reject') || (kind === 'deletion' && verdict === 'accept')

/** From the last to the first, so that places before stay where they are. */
function settleWords(
  tr: Transaction,
  verdict: Verdict,
  meant: (id: string) => boolean,
  mark: (format: Format) => Mark,
) {
  const found: { from: number; to: number; marks: Mark[] }[] = []
  tr.doc.descendants((node, pos) => {
    const marks = node.marks.filter((one) => isSuggestion(one) && meant(one.attrs.id))
    if (node.isInline && marks.length > 0) found.push({ from: pos, to: pos + node.nodeSize, marks })
  })
  for (const { from, to, marks } of found.reverse()) {
    if (marks.some((one) => goes(kindOf(one), verdict))) tr.delete(from, to)
    else for (const one of marks) restore(tr, from, to, one, verdict, mark)
  }
}

function restore(
  tr: Transaction,
  from: number,
  to: number,
  suggestion: Mark,
  verdict: Verdict,
  mark: (format: Format) => Mark,
) {
  tr.removeMark(from, to, suggestion)
  if (suggestion.type.name !== 'modification' || verdict === 'accept') return
  const before = readFormats(suggestion.attrs.previousValue)
  for (const format of formats) {
    if (before.includes(format)) tr.addMark(from, to, mark(format))
    else tr.removeMark(from, to, mark(format).type)
  }
}

function settleBlocks(tr: Transaction, verdict: Verdict, meant: (id: string) => boolean) {
  const found: { pos: number; review: BlockReview }[] = []
  tr.doc.descendants((node, pos) => {
    const review = readReview(node.attrs.review)
    if (review && meant(review.id)) found.push({ pos, review })
    // Nobody can tell what it once suggested, but it keeps the text from being frozen.
    else if (node.attrs.review && !review) tr.setNodeAttribute(pos, 'review', null)
    return !node.isTextblock
  })
  for (const { pos, review } of found.reverse()) settleBlock(tr, pos, review, verdict)
}

function settleBlock(tr: Transaction, pos: number, review: BlockReview, verdict: Verdict) {
  const node = tr.doc.nodeAt(pos)
  if (!node) return
  if (goes(review.kind, verdict) && node.type.name === 'image') {
    tr.delete(pos, pos + node.nodeSize)
    return
  }
  if (goes(review.kind, verdict)) return node.isTextblock ? endGoes(tr, pos) : rowGoes(tr, pos)
  tr.setNodeAttribute(pos, 'review', null)
  if (review.kind !== 'modification' || verdict === 'accept') return
  tr.setNodeAttribute(pos, 'kind', review.previous.kind)
  tr.setNodeAttribute(pos, 'level', review.previous.level)
}

/** Without its end a block goes on in the next one, which says what both are; an empty one is gone. */
function endGoes(tr: Transaction, pos: number) {
  const node = tr.doc.nodeAt(pos) as Node
  const end = pos + node.nodeSize
  const next = tr.doc.nodeAt(end)
  const isLast = tr.doc.resolve(end).parentOffset === tr.doc.resolve(end).parent.content.size
  if (node.content.size === 0 && tr.doc.resolve(pos).parent.childCount > 1) {
    tr.delete(pos, end)
  } else if (isLast || next?.type !== node.type) {
    tr.setNodeAttribute(pos, 'review', null)
  } else {
    const { kind, level, start, review } = next.attrs
    const attrs = { kind, level, start, review }
    tr.join(end)
    for (const [name, value] of Object.entries(attrs)) tr.setNodeAttribute(pos, name, value)
  }
}

/** A table without rows is gone with its last one. */
function rowGoes(tr: Transaction, pos: number) {
  const $pos = tr.doc.resolve(pos)
  if ($pos.parent.childCount === 1) tr.delete($pos.before(), $pos.after())
  else tr.delete(pos, pos + ($pos.nodeAfter?.nodeSize ?? 0))
}
