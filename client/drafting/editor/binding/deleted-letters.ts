/**
 * Letters that one has deleted, and may bring back. When those before them are carried into another text, by
 * Enter or a paste, they go along as deleted ones: brought back they stand among their neighbours again.
 */
import * as Y from 'yjs'
import { carriedBy, firstsOf, indexOf, memoryAt, type Stretch } from '#shared/text/carried.ts'
import type { Letter } from '#shared/text/joined.ts'
import { mending, textsIn } from '#shared/text/mend.ts'
import { common, followLetters, type Range, swapDeleted } from './pieces.ts'
import type { Piece } from './quiet.ts'

/** `holders` are texts into which letters have just been carried. */
export function carryDeleted(pieces: readonly Piece[], holders: readonly Y.XmlText[]): void {
  const doc = holders[0]?.doc
  doc?.transact(() => {
    for (const holder of holders) {
      const between = fromBetween(holder)
      const carried = [...carriedBy(holder), ...between]
      deleteAgain(pieces, holder, carried, between)
      for (const piece of pieces) followLetters(piece, carried)
      const restored = dropRestored(holder, carried)
      for (const piece of pieces) followLetters(piece, restored)
    }
    const texts = textsOf(doc, pieces).filter((text) => !holders.includes(text))
    for (const text of texts) carryFrom(text, pieces, holders)
  }, mending)
}

/** The letters of a text by the ids that they have, or had, in other texts than where they were first typed. */
function fromBetween(holder: Y.XmlText): Stretch[] {
  const others = textsIn(rootOf(holder)).filter((one) => one !== holder)
  const known = others.flatMap(carriedBy)
  return carriedBy(holder).flatMap(([client, clock, length, firstClient, firstClock]) =>
    known.flatMap(([other, from, many, first, at]): Stretch[] => {
      const start = Math.max(at, firstClock)
      const end = Math.min(at + many, firstClock + length)
      if (first !== firstClient || start >= end) return []
      return [[client, clock + start - firstClock, end - start, other, from + start - at]]
    }),
  )
}

function rootOf(text: Y.XmlText): Y.XmlFragment {
  let root: unknown = text
  while (root instanceof Y.XmlText || root instanceof Y.XmlElement) root = root.parent
  return root as Y.XmlFragment
}

/** What somebody carried along before they heard that it was deleted. */
function deleteAgain(
  pieces: readonly Piece[],
  holder: Y.XmlText,
  carried: readonly Stretch[],
  between: readonly Stretch[],
) {
  const own = carriedBy(holder).map(
    ([client, clock, length]) => [client, clock, length, client, clock] as const,
  )
  for (const piece of pieces) {
    const moved = movedIn(piece, [...own, ...between])
    for (const [client, clock, length, firstClient, firstClock] of carried) {
      for (const [from, to] of common(piece.deletions, firstClient, firstClock, length)) {
        const copy = [client, clock + from - firstClock, to - from] as const
        if (common(moved, ...copy).length > 0) continue
        deleteLetters(holder, copy)
        swapDeleted(piece, [firstClient, from, to - from], copy)
      }
    }
  }
}

/** Letters that were deleted only because they were written elsewhere in the same change: they are not to go. */
function movedIn({ insertions }: Piece, written: readonly Stretch[]) {
  const moved = Y.createDeleteSet()
  for (const [client, clock, length, other, at] of written) {
    for (const [from, to] of common(insertions, other, at, length)) {
      const stretches = moved.clients.get(client) ?? []
      moved.clients.set(client, [...stretches, { clock: clock + from - at, len: to - from }])
    }
  }
  return moved
}

function deleteLetters(text: Y.XmlText, [client, clock, length]: Range) {
  for (let at = clock; at < clock + length; at++) {
    const index = indexOf(text, [client, at])
    if (index === null) continue
    Y.getItem((text.doc as Y.Doc).store, Y.createID(client, at)).keep = true
    text.delete(index, 1)
  }
}

/** What somebody carried along before they heard that it was deleted and brought back stands twice. */
function dropRestored(holder: Y.XmlText, carried: readonly Stretch[]): Stretch[] {
  return carried.flatMap(([client, clock, length, firstClient, firstClock]) =>
    Array.from({ length }, (_, at) => at).flatMap((at): Stretch[] => {
      const restored = restoredAs(holder.doc as Y.Doc, Y.createID(firstClient, firstClock + at))
      const text = restored?.text
      if (!text || text === holder || indexOf(holder, [client, clock + at]) === null) return []
      const index = indexOf(text, restored.letter)
      if (index === null) return []
      text.delete(index, 1)
      return [[client, clock + at, 1, ...restored.letter]]
    }),
  )
}

/** The letter that an undo here wrote in the place of one that was deleted; null when it wrote none. */
function restoredAs({ store }: Y.Doc, id: Y.ID): { text: Y.XmlText; letter: Letter } | null {
  let now = id
  for (;;) {
    if (now.clock >= Y.getState(store, now.client)) return null
    const item: unknown = Y.getItem(store, now)
    if (!(item instanceof Y.Item)) return null
    if (!item.redone) {
      if (now === id || !(item.parent instanceof Y.XmlText)) return null
      return { text: item.parent, letter: [now.client, now.clock] }
    }
    now = Y.createID(item.redone.client, item.redone.clock + now.clock - item.id.clock)
  }
}

/** The texts in which something was deleted. */
function textsOf({ store }: Y.Doc, pieces: readonly Piece[]): Y.XmlText[] {
  const stretches = pieces.flatMap(({ deletions }) => [...deletions.clients])
  const parents = stretches.flatMap(([client, deleted]) => {
    const structs = store.clients.get(client) ?? []
    return deleted.flatMap(({ clock }) => {
      const struct = structs[Y.findIndexSS(structs, clock)]
      return struct instanceof Y.Item && struct.parentSub === null ? [struct.parent] : []
    })
  })
  return [...new Set(parents)].filter((parent) => parent instanceof Y.XmlText)
}

type Place = { text: Y.XmlText; index: number }

function carryFrom(text: Y.XmlText, pieces: readonly Piece[], holders: readonly Y.XmlText[]) {
  let place: Place | null = null
  const formats: { [key: string]: unknown } = {}
  for (let item = text._start; item; item = item.right) {
    const own = item.deleted ? ownParts(pieces, item) : []
    if (item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content
      if (!item.deleted || own.length > 0) formats[key] = value
    } else if (own.length > 0) carryParts(item, own, place, formats, pieces)
    else place = placeBehind(item, place, text, holders)
  }
}

type Part = { piece: Piece; from: number; to: number }

function carryParts(
  { content, id }: Y.Item,
  own: readonly Part[],
  place: Place | null,
  formats: object,
  pieces: readonly Piece[],
) {
  if (!place || !(content instanceof Y.ContentString)) return
  for (const { piece, from, to } of own) {
    const words = content.str.slice(from - id.clock, to - id.clock)
    const old = [id.client, from, to - from] as const
    const { range, letters } = putAsDeleted(place, words, { ...formats }, old)
    swapDeleted(piece, old, range)
    for (const one of pieces) followLetters(one, letters)
  }
}

/** Where what stands behind a thing belongs; null where it is. */
function placeBehind(
  { countable, deleted, id, length }: Y.Item,
  place: Place | null,
  text: Y.XmlText,
  holders: readonly Y.XmlText[],
): Place | null {
  if (deleted) return placeOf(text, id, length, holders) ?? place
  return countable ? null : place
}

/** Which stretches of a thing one has deleted, in their order. */
const ownParts = (pieces: readonly Piece[], { id, length }: Y.Item): Part[] =>
  pieces
    .flatMap((piece) =>
      common(piece.deletions, id.client, id.clock, length).map(([from, to]) => ({
        piece,
        from,
        to,
      })),
    )
    .sort((a, b) => a.from - b.from)

/** Behind the last of these letters that stands in another text now. */
function placeOf(
  text: Y.XmlText,
  id: Y.ID,
  length: number,
  holders: readonly Y.XmlText[],
): Place | null {
  const firsts = firstsOf(text, id, length).reverse()
  for (const [, , many, client, clock] of firsts) {
    for (const holder of holders) {
      const index = lastIndexOf(holder, client, clock, many)
      if (index !== null) return { text: holder, index: index + 1 }
    }
  }
  return null
}

function lastIndexOf(holder: Y.XmlText, client: number, clock: number, many: number) {
  for (const [who, own, length, firstClient, firstClock] of carriedBy(holder).toReversed()) {
    if (firstClient !== client) continue
    const end = Math.min(firstClock + length, clock + many)
    for (let first = end - 1; first >= Math.max(firstClock, clock); first--) {
      const index = indexOf(holder, [who, own + first - firstClock])
      if (index !== null) return index
    }
  }
  return null
}

/** Writes letters and deletes them at once, so that they can be brought back there; the ids that this took. */
function putAsDeleted({ text, index }: Place, words: string, formats: object, old: Range) {
  const { clientID, store } = text.doc as Y.Doc
  const from = Y.getState(store, clientID)
  text.insert(index, words, formats)
  const letters = memoryAt(text, index, [[...old, old[0], old[1]]])
  text.delete(index, words.length)
  const to = Y.getState(store, clientID)
  const structs = store.clients.get(clientID) ?? []
  // What may come back is not to be forgotten by Yjs.
  for (const struct of structs.slice(Y.findIndexSS(structs, from))) {
    if (struct instanceof Y.Item) struct.keep = true
  }
  return { range: [clientID, from, to - from] as const, letters }
}
