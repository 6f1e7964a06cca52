/**
 * How much work one update may be for Yjs. A small update can cost as much as the square of the text:
 * where it must find its place among many others, where it tears long runs apart, where it deletes
 * beside much that is deleted, where types nest in types. That shows only while Yjs works, so it is
 * counted there, in the methods of Yjs that every such step passes through; nothing else is changed.
 * Browsers do the same work, so what is stopped here spares everybody.
 */
import * as Y from 'yjs'
import { checkPlace, firstOf, leftOf } from './place.ts'

/**
 * In units of one look at a neighbour (about 5 ns): what any update may cost, and more for each of its
 * bytes: a fifth of a second in all. Honest ones need a thousandth; the whole of a text of 300 pages
 * deleted at once, nearly all of it.
 */
const effortLimits = { base: 28_000_000, perByte: 2, depth: 30 } as const

/** Taking one in, wherever it stands: the kinds that cost most, types and keys of a map. */
const structUnits = 600
/** Looking at one item in conflict, with the sets that Yjs keeps of them. */
const conflictUnits = 60
/** Moving one struct along when another is put in or taken out before it. */
const moveUnits = 0.12

let left = Number.POSITIVE_INFINITY
let structs = 0

/**
 * Runs `act`, which applies updates of so many bytes, as one transaction, and tells how much of the most
 * work that one update may be it took, from 0 to 1. Throws half way when that is too much work: the
 * document must then be thrown away.
 */
export function applyWithin(doc: Y.Doc, bytes: number, act: () => void): number {
  const most = effortLimits.base + effortLimits.perByte * bytes
  left = most
  structs = 0
  for (const { length } of doc.store.clients.values()) structs = Math.max(structs, length)
  try {
    Y.transact(doc, act, null, false)
    return (most - left) / most
  } finally {
    left = Number.POSITIVE_INFINITY
  }
}

function spend(units: number) {
  left -= units
  if (left < 0) throw new Error('too much work')
}

const counted = () => left !== Number.POSITIVE_INFINITY

const { integrate, mergeWith } = Y.Item.prototype
Y.Item.prototype.integrate = function (transaction, offset) {
  if (counted()) {
    structs++
    spend(structUnits)
    const { store } = transaction.doc
    checkPlace(this, offset, store, spend)
    spendOnPlace(this, leftOf(this, offset, store), store)
    if (this.content instanceof Y.ContentType) checkDepth(this)
  }
  integrate.call(this, transaction, offset)
}

/** Goes past the items that Yjs will look at to find where this one goes, and stops where Yjs will. */
function spendOnPlace(item: Y.Item, before: Y.Item | null, store: Y.Doc['store']) {
  const { right, parent, parentSub } = item
  if (!(parent instanceof Y.AbstractType)) return
  let other = before ? before.right : firstOf(parent, parentSub, spend)
  const passed = new Set<unknown>()
  while (other !== null && other !== right) {
    spend(conflictUnits)
    passed.add(other)
    if (Y.compareIDs(item.origin, other.origin)) {
      const isSamePlace = Y.compareIDs(item.rightOrigin, other.rightOrigin)
      if (isSamePlace && other.id.client >= item.id.client) return
    } else if (other.origin === null || !passed.has(Y.getItem(store, other.origin))) return
    other = other.right
  }
}

function checkDepth(item: Y.Item) {
  let depth = 0
  for (let at: Y.Item | null = item; at !== null; at = parentOf(at)) {
    if (++depth > effortLimits.depth) throw new Error('nested too deep')
  }
}

const parentOf = ({ parent }: Y.Item) => (parent instanceof Y.AbstractType ? parent._item : null)

// Tearing one apart moves those behind it, and copies values one by one.
for (const { prototype } of [Y.ContentString, Y.ContentDeleted, Y.ContentAny]) {
  const splice = prototype.splice as (offset: number) => never
  prototype.splice = function (this: typeof prototype, offset: number): never {
    if (counted()) {
      spend(++structs * moveUnits + (this instanceof Y.ContentAny ? this.arr.length : 0))
      if (this instanceof Y.ContentString) checkLetter(this.str, offset)
    }
    return splice.call(this, offset)
  }
}

/**
 * No editor of ours tears a letter of two units. Yjs makes two replacement characters of it, and not
 * always tells: then the text here would be another one than in the log and on other screens.
 */
function checkLetter(words: string, offset: number) {
  if (/^[\ud800-\udbff][\udc00-\udfff]$/.test(words.slice(offset - 1, offset + 1))) {
    throw new Error('half a letter')
  }
}

// Those that become one in a row are taken out at once; each new row moves those behind it.
let merged: unknown = null
const spendOnMerge = (into: object, other: object, done: boolean) => {
  if (!counted() || !done) return
  if (merged !== other) spend(structs * moveUnits)
  merged = into
}
Y.Item.prototype.mergeWith = function (other) {
  const done = mergeWith.call(this, other)
  spendOnMerge(this, other, done)
  return done
}
const { mergeWith: mergeGone } = Y.GC.prototype
Y.GC.prototype.mergeWith = function (other) {
  const done = mergeGone.call(this, other)
  spendOnMerge(this, other, done)
  return done
}

const deleted = Object.getOwnPropertyDescriptor(Y.Item.prototype, 'deleted')
Object.defineProperty(Y.Item.prototype, 'deleted', {
  ...deleted,
  get(this: Y.Item) {
    spend(1)
    return deleted?.get?.call(this)
  },
})
