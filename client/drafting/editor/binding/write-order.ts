/** Moving rows and cells in Yjs: a word on each that has moved, so that what others type in it moves with it. */
import * as Y from 'yjs'
import { evenOrders, orderBetween } from '#shared/text/order.ts'
import { inOrder, linesOf, orderOf } from '#shared/text/y-children.ts'
import { align } from './align.ts'
import type { Entry } from './mirror.ts'

/** Makes the parent show its children in the order of these entries, which are all that it shows. */
export function writeOrder(parent: Y.XmlElement, entries: readonly Entry[]): void {
  const wanted = entries.map(({ type }) => type)
  const mine = new Set<unknown>(wanted)
  const shown = () => linesOf(parent).flatMap(({ type }) => (mine.has(type) ? [type] : []))
  const before = shown()
  if (wanted.every((type, at) => type === before[at])) return
  giveEachItsPlace(parent)
  const stays = new Set(align(shown(), wanted).map(([, at]) => at))
  let place = ''
  for (const [at, type] of wanted.entries()) {
    if (!stays.has(at)) {
      const next = wanted.find((_, later) => later > at && stays.has(later))
      const order = orderBetween(place, next ? orderOf(next) : null)
      if (order === null) {
        numberAnew(wanted)
        return
      }
      setOrder(type, order)
    }
    place = orderOf(type) ?? place
  }
}

/** A child without a place of its own would follow the one before it wherever that is moved. */
function giveEachItsPlace(parent: Y.XmlElement) {
  const children = inOrder(parent).map(({ type }) => type)
  const isFirst = children.every((type) => orderOf(type) === null)
  const orders = isFirst ? null : filledOrders(children)
  if (!orders) numberAnew(children)
  else for (const [at, type] of children.entries()) setOrder(type, orders[at] as string)
}

/** The places that these have, and between them new ones for those that have none; null when there is no room. */
function filledOrders(children: readonly unknown[]): string[] | null {
  const orders: string[] = []
  for (const [at, type] of children.entries()) {
    const next = children.slice(at + 1).find((later) => orderOf(later) !== null)
    const order = orderOf(type) ?? orderBetween(orders.at(-1) ?? '', next ? orderOf(next) : null)
    if (order === null) return null
    orders.push(order)
  }
  return orders
}

function numberAnew(types: readonly unknown[]) {
  const orders = evenOrders(types.length)
  for (const [at, type] of types.entries()) setOrder(type, orders[at] as string)
}

function setOrder(type: unknown, order: string) {
  if (type instanceof Y.XmlElement && orderOf(type) !== order) type.setAttribute('order', order)
}
