/**
 * Blocks that were joined. Yjs cannot carry letters from one text into another, and to write them anew
 * would lose what somebody types among them just then, and double them when two join the same blocks.
 * So the second block stays what it is, and says which block it reads on from: its words stand at the
 * end of that one's line, those that others still type in it too.
 */
import * as Y from 'yjs'
import { isId } from './blocks.ts'
import type { Placed } from './places.ts'

/** A letter by its id in Yjs. */
export type Letter = readonly [client: number, clock: number]

/** Which block a text reads on from, and the last letter that it was joined to, if there was one. */
export type Join = { to: string; after?: Letter }

/** Something, where it stands, and the texts that read on from it, in their order. */
export type PlacedLine = Placed & { tails: readonly Y.XmlText[] }

const attribute = 'joined'
const noTails: readonly Y.XmlText[] = []

/** Whether this is the name under which a text says what it reads on from. */
export const isJoin = (name: string | null): boolean => name === attribute

/** What a text says of its being joined; null when it says nothing, or nothing well formed. */
export function joinOf(type: unknown): Join | null {
  if (!(type instanceof Y.XmlText)) return null
  const join = type.getAttribute(attribute) as Partial<Join> | undefined
  if (typeof join !== 'object' || join === null || !isId(join.to)) return null
  if (type.getAttribute('node') !== undefined) return null
  return isLetter(join.after) ? { to: join.to, after: join.after } : { to: join.to }
}

const isLetter = (value: unknown): value is Letter =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((part) => Number.isSafeInteger(part) && part >= 0)

export function writeJoin(text: Y.XmlText, join: Join): void {
  const now = joinOf(text)
  if (now?.to !== join.to) text.setAttribute(attribute, join as unknown as string)
}

/** What is shown as a block of its own says no longer that it reads on from another. */
export function standAlone(type: unknown): void {
  if (joinOf(type)) (type as Y.XmlText).removeAttribute(attribute)
}

/** These things as lines: what was joined to another stands no longer for itself, as long as that other is there. */
export function inLines(placed: readonly Placed[]): PlacedLine[] {
  const tails = tailsByHead(placed)
  if (tails.size === 0) {
    return placed.flatMap((one) => (isLeftOver([one.type]) ? [] : { ...one, tails: noTails }))
  }
  const joined = new Set<unknown>([...tails.values()].flat())
  const reached = new Set<unknown>()
  const lines = new Map<unknown, Y.XmlText[]>()
  const read = ({ type }: Placed) => void lines.set(type, tailsOf(type, tails, reached))
  const heads = placed.filter(({ type }) => !joined.has(type))
  for (const head of heads) read(head)
  // Two who join in opposite directions make a ring: it begins with whichever stands first.
  for (const one of placed) if (!reached.has(one.type)) read(one)
  return placed.flatMap((one) => {
    const found = lines.get(one.type)
    if (!found || (!joined.has(one.type) && isLeftOver([one.type, ...found]))) return []
    return { ...one, tails: found }
  })
}

/** Whether these read on from what is no longer there, and have no words. */
const isLeftOver = (pieces: readonly unknown[]) =>
  joinOf(pieces[0]) !== null && (pieces as Y.XmlText[]).every(({ length }) => length === 0)

function tailsByHead(placed: readonly Placed[]): Map<unknown, Y.XmlText[]> {
  const joins = placed.flatMap(({ type }) => {
    const join = joinOf(type)
    return join ? [{ text: type as Y.XmlText, to: join.to }] : []
  })
  const tails = new Map<unknown, Y.XmlText[]>()
  if (joins.length === 0) return tails
  const blocks = new Map<unknown, Y.XmlText>()
  for (const { type } of placed) {
    const id = type instanceof Y.XmlText ? type.getAttribute('id') : undefined
    // Of several with one id, which nobody honest writes, the first is meant.
    if (id && !blocks.has(id)) blocks.set(id, type as Y.XmlText)
  }
  for (const { text, to } of joins) {
    const head = blocks.get(to)
    if (!head || head === text) continue
    const others = tails.get(head)
    if (others) others.push(text)
    else tails.set(head, [text])
  }
  return tails
}

/** All that reads on from a text, and from what reads on from it; without recursion, however long a chain is. */
function tailsOf(
  head: unknown,
  tails: ReadonlyMap<unknown, Y.XmlText[]>,
  reached: Set<unknown>,
): Y.XmlText[] {
  reached.add(head)
  const found: Y.XmlText[] = []
  const waiting = [...(tails.get(head) ?? [])].reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    found.push(next)
    waiting.push(...[...(tails.get(next) ?? [])].reverse())
  }
  return found
}
