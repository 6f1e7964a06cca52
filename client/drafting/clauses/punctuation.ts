/** How a resolution ends its parts: the preamble with commas, clauses with semicolons, the last with a full stop. */
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { anchorCharacter } from '#shared/text/blocks.ts'
import { linksOf, parentsOf } from './groups.ts'

type Sign = ',' | ';' | '.' | ':'

/** Gives every part of the text the sign that it should end with; null when all have it. */
export function tidyPunctuation(state: EditorState): Transaction | null {
  const { doc, tr } = state
  const signs = signsOf(doc)
  doc.forEach((node, pos, at) => {
    const sign = signs[at]
    const change = sign && endOf(node, sign)
    if (!change) return
    const [from, to] = [change.from, change.to].map((one) => tr.mapping.map(pos + 1 + one)) as [
      number,
      number,
    ]
    if (change.from === change.to) tr.insertText(sign, from)
    else tr.replaceWith(from, to, state.schema.text(sign, tr.doc.resolve(to).marks()))
  })
  return tr.docChanged ? tr : null
}

/** How many parts of the text have another sign at their end than they should. */
export const untidyEnds = (doc: Node): number => {
  const signs = signsOf(doc)
  return doc.children.filter((node, at) => signs[at] && endOf(node, signs[at] as Sign)).length
}

/** The sign at the end of each block; null where the form of a resolution asks for none. */
function signsOf(doc: Node): (Sign | null)[] {
  const links = linksOf(doc)
  const parents = parentsOf(links)
  const last = links.findLastIndex(
    ({ kind }, at) => kind === 'operative' && (doc.child(at).textContent.trim() ?? '') !== '',
  )
  const holds = new Set(parents)
  const ofClause = (at: number) => {
    const parent = parents[at] ?? null
    return parent !== null && links[parent]?.kind !== 'heading'
  }
  const end = lastOf(parents, last)
  return links.map(({ kind }, at) => {
    if (doc.child(at).textContent.trim() === '') return null
    if (kind === 'preamble') return ','
    if (kind !== 'operative' && !(isItem(kind) && ofClause(at))) return null
    if (holds.has(at)) return ':'
    return at === end ? '.' : ';'
  })
}

const isItem = (kind: string) => kind === 'bullet' || kind === 'numbered'

/** The last block that hangs on the one at `at`, or that one itself. */
function lastOf(parents: readonly (number | null)[], at: number): number {
  const child = parents.lastIndexOf(at)
  return at < 0 || child < 0 ? at : lastOf(parents, child)
}

/**
 * Where a block's content is to be changed, so that it ends with `sign`; null when it does, or ends
 * with a sign that says more. The sign keeps its side of a note's anchor.
 */
function endOf(node: Node, sign: Sign): { from: number; to: number } | null {
  const text = node.textBetween(0, node.content.size, null, anchorCharacter)
  const [, before = '', anchors = '', behind = '', space = ''] =
    text.match(/([.,;:]*)(\ufffc*)([.,;:]*)(\s*)$/) ?? []
  const end = text.length - space.length
  const kept = text.slice(0, end - behind.length - anchors.length - before.length)
  if (/[?!…:]$/.test(kept) || before.length > 1 || behind.length > 1) return null
  const [now, from] =
    behind || !before
      ? [behind, end - behind.length]
      : [before, end - behind.length - anchors.length - before.length]
  if (now === sign || (now === ':' && sign !== '.')) return null
  return { from, to: from + now.length }
}
