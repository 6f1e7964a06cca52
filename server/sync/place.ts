/**
 * Whether a piece of text says truly where it was written. Whoever writes sees two neighbours and
 * nothing between them; what stands there now must be news to the writer. Copies that hear of
 * things in another order agree on places only as long as that is so. [DRAFT1]
 */
import * as Y from 'yjs'
import { knows } from './knowledge.ts'

/** What one look at a neighbour costs; throws when it was too much. */
type Spend = (units: number) => void

/** Passing one older value of a key; Yjs does so twice. */
const keyUnits = 6

/** Throws when an item, of which the first `offset` units are here already, cannot have been written there. */
export function checkPlace(
  item: Y.Item,
  offset: number,
  store: Y.Doc['store'],
  spend: Spend,
): void {
  const left = leftOf(item, offset, store)
  const neighbours = [left, item.left, item.right].filter((one) => one !== null)
  const forgotten = neighbours.filter((one) => !(one instanceof Y.Item)).length
  // Then the place would hang on what each copy has forgotten by now.
  if (forgotten > 0 && forgotten < neighbours.length) throw new Error('half forgotten')
  if (forgotten > 0 || !(item.parent instanceof Y.AbstractType)) return
  checkContent(item, item.parent)
  checkSides(item, left)
  const first = left ? left.right : firstOf(item.parent, item.parentSub, spend)
  if (first !== item.right) checkBetween(item, offset, first, store, spend)
}

/** What an item stands behind: where a part of it is here already, the end of that. */
export function leftOf(item: Y.Item, offset: number, store: Y.Doc['store']): Y.Item | null {
  const { client, clock } = item.id
  return offset > 0 ? Y.getItem(store, Y.createID(client, clock + offset - 1)) : item.left
}

/** The first of a row, or of what was written under a key. */
export function firstOf(
  parent: Y.AbstractType<unknown>,
  key: string | null,
  spend: Spend,
): Y.Item | null {
  if (key === null) return parent._start
  let first = parent._map.get(key) ?? null
  for (; first?.left; first = first.left) spend(keyUnits)
  return first
}

/**
 * Letters and formats stand in texts, nodes elsewhere, values under keys. What stood in the wrong
 * place would not be shown, and yet be counted: the next who types would hit another place than meant.
 */
function checkContent({ content, parentSub, right }: Y.Item, parent: Y.AbstractType<unknown>) {
  if (parentSub !== null) {
    if (isOfText(content)) throw new Error('words under a key')
    if (right !== null) throw new Error('not the last under its key')
    return
  }
  if (content instanceof Y.ContentAny) throw new Error('a value in a row')
  if (isOfText(content) && !mayHoldText(parent)) throw new Error('words among nodes')
  if (content instanceof Y.ContentType && parent instanceof Y.Text) {
    throw new Error('a node among words')
  }
}

const isOfText = (content: Y.Item['content']) =>
  content instanceof Y.ContentString || content instanceof Y.ContentFormat

/** A root that nobody here has asked for is of no kind yet. */
const mayHoldText = (type: Y.AbstractType<unknown>) =>
  type instanceof Y.Text || type.constructor === Y.AbstractType

function checkSides(item: Y.Item, left: Y.Item | null) {
  const { parent, parentSub, origin, right } = item
  for (const side of [left, right]) {
    if (side && (side.parent !== parent || side.parentSub !== parentSub)) {
      throw new Error('neighbours in two places')
    }
  }
  // Finding the right one has torn the left one apart: they overlapped.
  if (item.left && !Y.compareIDs(item.left.lastId, origin)) {
    throw new Error('neighbours in wrong order')
  }
}

function checkBetween(
  { id, origin, rightOrigin, parent, right }: Y.Item,
  offset: number,
  first: Y.Item | null,
  store: Y.Doc['store'],
  spend: Spend,
) {
  const known = knows(store, id.client, id.clock + offset, spend)
  for (const seen of [origin, rightOrigin]) if (seen) known.add(seen)
  if (parent instanceof Y.AbstractType && parent._item) known.add(parent._item.id)
  for (let between = first; between !== right; between = between.right) {
    if (between === null) throw new Error('neighbours in wrong order')
    spend(1)
    if (known.has(between.id)) throw new Error('a known one between neighbours')
  }
}
