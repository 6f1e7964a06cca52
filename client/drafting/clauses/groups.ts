/** What hangs on what: a heading's section, a clause's sub-clauses and lists, a list item's items. [DRAFT5] */
import type { Node } from '@tiptap/pm/model'

/** What groups are made by; a table or a picture is `plain`. */
export type Link = { kind: string; level: number }

export const linksOf = (doc: Node): Link[] =>
  doc.children.map(({ attrs }) => ({ kind: attrs.kind ?? 'plain', level: attrs.level ?? 0 }))

/** For each block the one that it hangs on, by their places; null for what stands by itself. */
export function parentsOf(links: readonly Link[]): (number | null)[] {
  const open: number[] = []
  /** Words came between a clause and what would be its list. */
  let interrupted = false
  return links.map((link, at) => {
    while (open.length > 0 && !holds(links[open.at(-1) as number] as Link, link)) open.pop()
    const own = open.filter((one) => canHang(link, links[one] as Link, interrupted))
    if (isLeveled(link)) open.push(at)
    interrupted = isLeveled(link) ? interrupted && lists.includes(link.kind) : true
    return own.at(-1) ?? null
  })
}

/** The place behind the last block that hangs, over however many, on the one at `at`. */
function groupEnd(parents: readonly (number | null)[], at: number): number {
  let end = at + 1
  for (let other = at + 1; other < parents.length; other++) {
    if (ancestorsOf(parents, other).includes(at)) end = other + 1
  }
  return end
}

/** The blocks from the place `from` up to `to` and all that hangs on them. */
export function groupOf(links: readonly Link[], from: number, to: number): [number, number] {
  const parents = parentsOf(links)
  let end = to
  for (let at = from; at < end; at++) end = Math.max(end, groupEnd(parents, at))
  return [from, end]
}

function ancestorsOf(parents: readonly (number | null)[], at: number): number[] {
  const found: number[] = []
  for (let one = parents[at]; one !== null && one !== undefined; one = parents[one]) found.push(one)
  return found
}

const lists = ['bullet', 'numbered']

/** The title heads the whole text, and holds none of it. */
const isLeveled = ({ kind, level }: Link) =>
  kind === 'operative' || lists.includes(kind) || (kind === 'heading' && level > 1)

/** Whether a block may still have other things hanging on it once `next` has come. */
function holds(one: Link, next: Link): boolean {
  if (next.kind === 'heading') return one.kind === 'heading' && one.level < next.level
  if (one.kind === 'heading') return true
  if (next.kind === 'operative') return one.kind === 'operative' && one.level < next.level
  if (lists.includes(next.kind)) return one.kind === 'operative' || one.level < next.level
  return one.kind === 'operative'
}

/** Words between a clause and its sub-clauses hang on the heading alone, and so does a list behind them. */
const canHang = (link: Link, one: Link, interrupted: boolean): boolean =>
  one.kind === 'heading' ||
  link.kind === 'operative' ||
  (lists.includes(link.kind) && (one.kind !== 'operative' || !interrupted))
