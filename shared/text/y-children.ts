/**
 * The children of a type of Yjs as they are shown. What was taken out is emptied and marked `gone`: it
 * comes back only when somebody was writing in it at that moment, with what they wrote, so that no
 * letter is lost. Rows of a table and cells of a row are moved by a word on them, their `order`; blocks
 * name places, and may read on from one another.
 */
import * as Y from 'yjs'
import { inLines, type PlacedLine } from './joined.ts'
import { isOrder } from './order.ts'
import { inPlaces, type YParent } from './places.ts'

type YNode = Y.XmlElement | Y.XmlText
type Child = ReturnType<Y.XmlFragment['toArray']>[number]

/** Whether the children of an element of this name are moved by words on them. */
const keepsOrder = (name: string): boolean => name === 'table' || name === 'tableRow'

/** The children in the order in which they are shown, each with where it stands and what reads on from it. */
export const linesOf = (parent: YParent): PlacedLine[] =>
  isOrdered(parent)
    ? orderedChildren(parent).map((type) => ({ type, place: type, tails: [] }))
    : inLines(inPlaces(parent).filter(({ type }) => !isTakenOut(type)))

/** Whether the children of this parent are moved by words on them. */
export const isOrdered = (parent: YParent): parent is Y.XmlElement =>
  parent instanceof Y.XmlElement && keepsOrder(parent.nodeName)

function orderedChildren(parent: Y.XmlElement): Child[] {
  const shown = inOrder(parent).filter(({ type }) => !isTakenOut(type))
  return (parent.nodeName === 'tableRow' ? withoutEmptyTwins : typesOf)(shown)
}

/** Every child with its place, in the order of the places; a child without one stays behind the child before it. */
export function inOrder(parent: Y.XmlElement): { type: Child; order: string }[] {
  let order = ''
  const placed = parent.toArray().map((type) => {
    order = orderOf(type) ?? order
    return { type, order }
  })
  return placed.sort((a, b) => (a.order === b.order ? 0 : a.order < b.order ? -1 : 1))
}

/** The place that a child was given; null when it has none of its own. */
export function orderOf(type: unknown): string | null {
  const order = attributeOf(type, 'order')
  return isOrder(order) ? order : null
}

/** Takes a child out: its words go as by deleting them, and it is no longer shown. */
export function takeOut(type: YNode): void {
  for (const text of textsIn(type)) if (text.length > 0) text.delete(0, text.length)
  // What a picture is described with is words too, and words that were deleted are to leave the disk.
  if (type.getAttribute('alt') !== undefined) type.removeAttribute('alt')
  type.setAttribute('gone', true as unknown as string)
}

/** What somebody writes in is there again. */
export function putBack(type: unknown): void {
  if (attributeOf(type, 'gone') !== undefined) (type as Y.XmlElement).removeAttribute('gone')
}

const isTakenOut = (type: unknown): boolean =>
  attributeOf(type, 'gone') === true && !hasWords(type as Y.XmlElement)

/** Two who mend the same gap at once make two cells for one column; the second stays away until it has words. */
function withoutEmptyTwins(cells: { type: Child }[]): Child[] {
  const seen = new Set<unknown>()
  return typesOf(
    cells.filter(({ type }) => {
      const column = attributeOf(type, 'column')
      if (typeof column !== 'string') return true
      const isTwin = seen.has(column)
      seen.add(column)
      return !isTwin || (type instanceof Y.XmlElement && hasWords(type))
    }),
  )
}

/** Other cells of the same row for the same column, without words: one is shown only when this one is not. */
export function emptyTwins(cell: YNode): Y.XmlElement[] {
  const column = attributeOf(cell, 'column')
  const row = cell.parent
  if (typeof column !== 'string' || !(row instanceof Y.XmlElement)) return []
  return row
    .toArray()
    .filter((other): other is Y.XmlElement => other instanceof Y.XmlElement && other !== cell)
    .filter((other) => attributeOf(other, 'column') === column && !hasWords(other))
}

const typesOf = <Type>(children: readonly { type: Type }[]): Type[] =>
  children.map(({ type }) => type)

const attributeOf = (type: unknown, name: string): unknown =>
  type instanceof Y.XmlElement || type instanceof Y.XmlText
    ? ((type as Y.XmlElement).getAttribute(name) as unknown)
    : undefined

const hasWords = (type: YNode): boolean => textsIn(type).some((text) => text.length > 0)

/** Every text that stands in something, or that it is. */
function textsIn(type: YNode): Y.XmlText[] {
  if (type instanceof Y.XmlText) return [type]
  return type
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlText || child instanceof Y.XmlElement ? textsIn(child) : [],
    )
}
