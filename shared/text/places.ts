/**
 * In what order things stand in a text. Yjs cannot move what it holds, and to write it anew elsewhere
 * would lose what somebody types in it just then. So a moved block stays where it is in Yjs, and names
 * the *place* at which it stands: an empty element among its neighbours. Two who move one block at the
 * same time name two places, of which one holds; the other stays empty and is not seen.
 */
import * as Y from 'yjs'
import { isId, newId } from './blocks.ts'
import type { YNode } from './y-nodes.ts'

/** What holds children in Yjs: the fragment of a body, or an element. */
export type YParent = Y.XmlFragment | Y.XmlElement

/** Something, and where it stands: at a place, or where it was first written, which is itself. */
export type Placed = { type: unknown; place: unknown }

const placeName = 'place'

export const isPlace = (type: unknown): type is Y.XmlElement =>
  type instanceof Y.XmlElement && type.nodeName === placeName

/** All that a parent holds, in the order in which it is read; empty places are left out. */
export function inPlaces(parent: YParent): Placed[] {
  const all: unknown[] = parent.toArray()
  const guests = new Map<string, unknown[]>()
  for (const type of all) {
    if (!isPlace(type)) continue
    const name = type.getAttribute('id')
    if (isId(name)) guests.set(name, [])
  }
  if (guests.size === 0) return all.map((type) => ({ type, place: type }))
  const away = new Set<unknown>()
  for (const type of all) {
    const waiting = guests.get(placeOf(type) ?? '')
    if (!waiting) continue
    waiting.push(type)
    away.add(type)
  }
  return all.flatMap((type) => {
    if (!isPlace(type)) return away.has(type) ? [] : [{ type, place: type }]
    const name = type.getAttribute('id') ?? ''
    const standing = guests.get(name) ?? []
    // Of several places with one name, which nobody honest writes, the first holds.
    guests.delete(name)
    return standing.map((guest) => ({ type: guest, place: type }))
  })
}

/** Lets `type` stand at the index `at` of its parent; returns the place. */
export function standAt(parent: YParent, at: number, type: YNode): Y.XmlElement {
  const id = newId()
  const place = new Y.XmlElement<{ id: string }>(placeName)
  place.setAttribute('id', id)
  parent.insert(at, [place])
  type.setAttribute(placeName, id)
  return place as unknown as Y.XmlElement
}

function placeOf(type: unknown): string | null {
  if (isPlace(type) || !(type instanceof Y.XmlText || type instanceof Y.XmlElement)) return null
  const name: unknown = type.getAttribute(placeName)
  return isId(name) ? name : null
}
