/** Which of the old entries goes on as which of the new nodes. */
import type { Node } from '@tiptap/pm/model'
import { align } from './align.ts'
import { commonEnd, commonStart, lettersOf } from './common-letters.ts'
import type { Entry } from './mirror.ts'

/** Entries by the place of the node that they go on as: those that stay in their order, and those that move. */
export type Known = { kept: ReadonlyMap<number, Entry>; away: ReadonlyMap<number, Entry> }

/** Where children are moved by a word on them, all that are known may go on as they are. */
export function allKnown(old: readonly Entry[], next: readonly Node[]): Known {
  const { before, after } = keysOfBoth(old, next)
  const places = new Map(before.map((key, at) => [key, old[at] as Entry]))
  const kept = new Map<number, Entry>()
  after.forEach((key, at) => {
    const entry = places.get(key)
    if (entry) kept.set(at, entry)
  })
  return { kept, away: new Map() }
}

/** `moved` are the ids of those that somebody has moved: they move, and not what they were moved past. */
export function knownEntries(
  old: readonly Entry[],
  next: readonly Node[],
  moved: ReadonlySet<string>,
): Known {
  const { before, after } = keysOfBoth(old, next)
  const isMoved = (node: Node) => moved.has(node.attrs.id)
  const pairs = align(
    before.map((key, at) => (isMoved((old[at] as Entry).node) ? Symbol(key) : key)),
    after,
  )
  const kept = new Map(pairs.map(([from, to]) => [to, old[from] as Entry]))
  const staying = new Set(kept.values())
  const places = new Map(before.map((key, at) => [key, old[at] as Entry]))
  const away = new Map<number, Entry>()
  after.forEach((key, at) => {
    const entry = places.get(key)
    if (entry && !staying.has(entry)) away.set(at, entry)
  })
  return { kept, away }
}

function keysOfBoth(old: readonly Entry[], next: readonly Node[]) {
  const before = keysOf(old.map(({ node }) => node))
  const after = keysOf(next)
  nameUnknown(before, after)
  nameRenamed(before, after, old, next)
  return { before, after }
}

/**
 * What came to have the id of another, as by two who change a table, is given one of its own once somebody types
 * there: it is still the same. Written anew, its words would stand there once for each who did so.
 */
function nameRenamed(
  before: readonly string[],
  after: string[],
  old: readonly Entry[],
  next: readonly Node[],
) {
  const [known, left] = [new Set(before), new Set(after)]
  for (const [from, key] of before.entries()) {
    if (left.has(key)) continue
    const { node } = old[from] as Entry
    const at = next.findIndex(
      (one, place) => !known.has(after[place] as string) && isRenamed(node, one),
    )
    if (at !== -1) after[at] = key
  }
}

/** Whether two have the same words, but for a stretch that was typed or deleted. */
const isRenamed = (old: Node, next: Node): boolean =>
  old.textContent !== '' && hasSameWords(old, next)

function hasSameWords(old: Node, next: Node): boolean {
  if (old.type !== next.type) return false
  if (old.isTextblock) return goesOnAs(lettersOf(old), lettersOf(next))
  return (
    old.childCount === next.childCount &&
    old.children.every((child, at) => hasSameWords(child, next.child(at)))
  )
}

function goesOnAs(was: string, is: string): boolean {
  const most = Math.min(was.length, is.length)
  const start = commonStart(was, is)
  return (most > 0 || was === is) && start + commonEnd(was, is, most - start) === most
}

/** A node that had no id until now is known by its place among those without: it was given its id just now. */
function nameUnknown(before: readonly string[], after: string[]) {
  const known = new Set(before)
  for (const bare of before) {
    const [type, id] = bare.split(' ')
    if (id !== noId || after.includes(bare)) continue
    const at = after.findIndex((key) => key.startsWith(`${type} `) && !known.has(key))
    if (at !== -1) after[at] = bare
  }
}

/** Stands in a key for an id; no id has this sign. */
const noId = '#'

/** Nodes by their id; what has none by its type and how many such came before it. */
function keysOf(nodes: readonly Node[]): string[] {
  const seen = new Map<string, number>()
  return nodes.map(({ type, attrs }) => {
    const base = `${type.name} ${attrs.id || noId}`
    const count = seen.get(base) ?? 0
    seen.set(base, count + 1)
    return `${base} ${count}`
  })
}
