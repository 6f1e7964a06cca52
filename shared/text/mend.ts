/**
 * What is set right when people have changed the same blocks apart. Everybody who may write comes to the
 * same end, whoever is first, so that it does no harm when several do it; it is nobody's to undo.
 */
import * as Y from 'yjs'
import { isId } from './blocks.ts'
import {
  carries,
  firstCarried,
  firstOf,
  giveUpDoubles,
  hasDoubles,
  lastLetterOf,
  letterFrom,
} from './carried.ts'
import { type Join, joinOf, type Letter, writeJoin } from './joined.ts'
import type { YParent } from './places.ts'

/** What mending is written as. */
export const mending = { origin: 'mending' }

export function mend(fragment: Y.XmlFragment): void {
  const texts = textsIn(fragment)
  const carrying = texts.filter(carries)
  if (carrying.length === 0) return
  fragment.doc?.transact(() => {
    giveUpDoubles(carrying)
    for (const text of joinedAmong(texts, carrying)) {
      const join = betterJoin(text, carrying)
      if (join) writeJoin(text, join)
    }
  }, mending)
}

/** Whether something is to be set right, which those who only read it do not do. */
export function isApart(fragment: Y.XmlFragment): boolean {
  const texts = textsIn(fragment)
  const carrying = texts.filter(carries)
  if (carrying.length === 0) return false
  const joined = joinedAmong(texts, carrying)
  return hasDoubles(carrying) || joined.some((text) => betterJoin(text, carrying) !== null)
}

/** More pairs than this are not looked at: somebody wants to keep everybody busy. */
const mostPairs = 50_000

function joinedAmong(texts: readonly Y.XmlText[], carrying: readonly Y.XmlText[]): Y.XmlText[] {
  const joined = texts.filter((text) => joinOf(text) !== null)
  return joined.length * carrying.length > mostPairs ? [] : joined
}

/** Whether what arrived may have to be set right. */
export const needsMending = (event: Y.YEvent<Y.XmlText | Y.XmlElement>): boolean =>
  event.target instanceof Y.XmlText &&
  ['joined', 'carried'].some((name) => (event as unknown as Y.YTextEvent).keysChanged.has(name))

/** All that stands in a parent, in the order in which it was first written: that never changes. */
export const textsIn = (parent: YParent): Y.XmlText[] =>
  parent
    .toArray()
    .flatMap((type: unknown) =>
      type instanceof Y.XmlElement ? textsIn(type) : type instanceof Y.XmlText ? [type] : [],
    )

/**
 * Somebody joined a block to another, the end of which somebody else carried off by Enter: the block goes
 * on behind the letters that it was joined to. Null when it does so already.
 */
function betterJoin(text: Y.XmlText, carrying: readonly Y.XmlText[]): Join | null {
  const join = joinOf(text)
  const head = join?.after && headOf(text, join.to)
  if (!join?.after || !head) return null
  const first = firstOf(head, join.after)
  if (letterFrom(head, first)) {
    const twin = twinBefore(text, carrying)
    return twin ? joinTo(text, join, twin, lastLetterOf(twin)) : null
  }
  const holder = carrying.findLast((one) => one.parent === text.parent && letterFrom(one, first))
  return holder ? joinTo(text, join, holder, letterFrom(holder, first)) : null
}

function joinTo(text: Y.XmlText, now: Join, head: Y.XmlText, after: Letter | null): Join | null {
  const to: unknown = head.getAttribute('id')
  if (head === text || !isId(to) || to === now.to) return null
  return after ? { to, after } : { to }
}

/**
 * Two pressed Enter at one place, and the second has taken it back: the line of the first is still there, and
 * the tail belongs to it.
 */
function twinBefore(text: Y.XmlText, carrying: readonly Y.XmlText[]): Y.XmlText | undefined {
  const first = firstCarried(text)
  return first === null
    ? undefined
    : carrying
        .slice(0, Math.max(carrying.indexOf(text), 0))
        .findLast(
          (one) => one.parent === text.parent && !joinOf(one) && firstCarried(one) === first,
        )
}

const headOf = (text: Y.XmlText, id: string): Y.XmlText | undefined =>
  (text.parent as YParent)
    .toArray()
    .find(
      (one): one is Y.XmlText =>
        one instanceof Y.XmlText && (one.getAttribute('id') as unknown) === id,
    )
