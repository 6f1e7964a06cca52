/**
 * What Enter carries from one block into the next. To Yjs the letters behind the caret are deleted
 * here and written anew there; when two press Enter in one paragraph at the same time, each carries
 * the same letters off, and they would stand twice. So a block remembers which letters it was begun
 * with and whose they were, and where two hold the same ones, the block that was written earlier in
 * the text gives them up: as if the two had pressed Enter one after the other.
 */
import * as Y from 'yjs'
import type { Letter } from './joined.ts'
import { takeOut } from './y-children.ts'

/**
 * Letters of `text`, by their own ids in Yjs and by those they had where they were first typed. `moves` is how
 * often their blocks came into another parent, as when cells are merged: Enter only ever carries on to what is
 * later in the text, and a merge may carry back.
 */
export type Stretch = readonly [
  client: number,
  clock: number,
  length: number,
  firstClient: number,
  firstClock: number,
  moves?: number,
]

/** A paragraph that was written by many hands in more pieces than this is carried without a memory. */
const mostStretches = 200
const attribute = 'carried'

/** The letters of a text from `from` on, by their own ids and their first ones. */
export function lettersFrom(text: Y.XmlText, from: number): Stretch[] {
  const memory = carriedBy(text)
  return ownLetters(text, from).flatMap(({ client, clock, length }) =>
    split(client, clock, length, memory),
  )
}

/** These letters of a text, whether they stand there still or were deleted, with their first ids. */
export const firstsOf = (text: Y.XmlText, { client, clock }: Y.ID, length: number): Stretch[] =>
  split(client, clock, length, carriedBy(text))

/** Letters that stand in a new text from a place on. */
export type Begun = { from: number; letters: readonly Stretch[] }

/** Lets a new text remember that it was begun with these letters. */
export function remember(text: Y.XmlText, begun: readonly Begun[]): void {
  const memory = begun.flatMap(({ from, letters }) => memoryAt(text, from, letters))
  if (memory.length > 0 && memory.length <= mostStretches) {
    text.setAttribute(attribute, memory as unknown as string)
  }
}

/** Which letters of a text, from a place on, are these. */
export function memoryAt(text: Y.XmlText, from: number, letters: readonly Stretch[]): Stretch[] {
  const own = ownLetters(text, from)
  const memory: Stretch[] = []
  for (const [, , length, firstClient, firstClock, moves] of letters) {
    let done = 0
    while (done < length) {
      const [next] = own
      if (!next) return memory
      const step = Math.min(next.length, length - done)
      memory.push(stretch(next.client, next.clock, step, firstClient, firstClock + done, moves))
      next.clock += step
      next.length -= step
      if (next.length === 0) own.shift()
      done += step
    }
  }
  return memory
}

/** Where the first of the letters that a text was begun with was first typed; null when it was begun with none. */
export function firstCarried(text: Y.XmlText): string | null {
  const [stretch] = carriedBy(text)
  return stretch ? `${stretch[3]} ${stretch[4]}` : null
}

/** Where a letter of a text was first typed. */
export function firstOf(text: Y.XmlText, [client, clock]: Letter): Letter {
  const known = carriedBy(text).find((one) => overlap(one, client, clock, 1))
  if (!known) return [client, clock]
  const [, own, , firstClient, firstClock] = known
  return [firstClient, firstClock + clock - own]
}

/** The letter of a text that was first typed there; null when the text has no such letter now. */
export function letterFrom(text: Y.XmlText, [client, clock]: Letter): Letter | null {
  const letters = ownLetters(text, 0)
  const stands = (letter: Letter) => indexAmong(letters, letter) !== null
  for (const [who, own, many, firstClient, firstClock] of carriedBy(text)) {
    const at = clock - firstClock
    const letter = [who, own + at] as const
    if (firstClient === client && at >= 0 && at < many && stands(letter)) return letter
  }
  return stands([client, clock]) ? [client, clock] : null
}

/** Whether a type remembers such letters. */
export const carries = (type: unknown): type is Y.XmlText =>
  type instanceof Y.XmlText && carriedBy(type).length > 0

/** Whether several of these texts carry the same letters. */
export function hasDoubles(texts: readonly Y.XmlText[]): boolean {
  const seen = new Set<string>()
  for (const text of texts) {
    for (const { first } of carriedLetters(text)) {
      if (seen.has(first)) return true
      seen.add(first)
    }
  }
  return false
}

/**
 * Deletes, of letters that several of these texts carry, all but those that were moved most often, and of
 * these all but those in the last text: wherever letters are carried to, they come before those that were left
 * behind, so that nobody gives up what somebody else has only carried on. A block that was written twice, and
 * has nothing else, goes with its letters.
 */
export function giveUpDoubles(texts: readonly Y.XmlText[]): void {
  const kept = new Map<string, Carried>()
  const backwards = [...texts]
    .reverse()
    .map((text) => ({ text, letters: [...carriedLetters(text)] }))
  for (const { letters } of backwards) {
    for (const letter of letters) {
      const other = kept.get(letter.first)
      if (!other || letter.moves > other.moves) kept.set(letter.first, letter)
    }
  }
  const ids = new Set<unknown>()
  for (const { text, letters } of backwards) {
    const doubled = letters.filter((letter) => kept.get(letter.first) !== letter)
    for (const { index } of doubled.reverse()) text.delete(index, 1)
    const id: unknown = text.getAttribute('id')
    if (doubled.length > 0 && text.length === 0 && ids.has(id)) takeOut(text)
    ids.add(id)
  }
}

/** Where a letter stands in a text; null when it does not. */
export const indexOf = (text: Y.XmlText, letter: Letter): number | null =>
  indexAmong(ownLetters(text, 0), letter)

function indexAmong(letters: readonly Own[], [client, clock]: Letter): number | null {
  const stands = (one: Own) =>
    one.client === client && one.clock <= clock && clock < one.clock + one.length
  const own = letters.find(stands)
  return own ? own.index + clock - own.clock : null
}

/** The last letter of a text; null when it has none. */
export const lastLetterOf = (text: Y.XmlText): Letter | null => letterBefore(text, text.length)

/** The letter before an index; null when none stands there. */
export function letterBefore(text: Y.XmlText, index: number): Letter | null {
  const last = ownLetters(text, 0).findLast((one) => one.index < index)
  return last ? [last.client, last.clock + Math.min(last.length, index - last.index) - 1] : null
}

type Own = { client: number; clock: number; length: number; index: number }

/** What stands in a text from an index on, in stretches of neighbouring ids. */
function ownLetters(text: Y.XmlText, from: number): Own[] {
  const found: Own[] = []
  let index = 0
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    const skipped = Math.max(from - index, 0)
    if (skipped < item.length) {
      const { client, clock } = item.id
      found.push({
        client,
        clock: clock + skipped,
        length: item.length - skipped,
        index: index + skipped,
      })
    }
    index += item.length
  }
  return found
}

type Carried = { index: number; first: string; moves: number }

function* carriedLetters(text: Y.XmlText): Generator<Carried> {
  const memory = carriedBy(text)
  for (const { client, clock, length, index } of ownLetters(text, 0)) {
    for (const [, own, many, firstClient, firstClock, moves = 0] of memory.filter((one) =>
      overlap(one, client, clock, length),
    )) {
      const [start, end] = [Math.max(own, clock), Math.min(own + many, clock + length)]
      for (let at = start; at < end; at++) {
        const first = `${firstClient} ${firstClock + at - own}`
        yield { index: index + at - clock, first, moves }
      }
    }
  }
}

/** Whether this is what letters are remembered under. */
export const isMemory = (name: string | null): boolean => name === attribute

/** What a text remembers; nothing when it is not well formed, whoever wrote it. */
export function carriedBy(text: Y.XmlText): readonly Stretch[] {
  const memory: unknown = text.getAttribute(attribute)
  const isStretch = (one: unknown) =>
    Array.isArray(one) &&
    (one.length === 5 || one.length === 6) &&
    one.every((part) => Number.isSafeInteger(part) && part >= 0) &&
    one[2] <= text.length + 10_000
  if (!Array.isArray(memory) || memory.length > mostStretches) return []
  return memory.every(isStretch) ? (memory as Stretch[]) : []
}

/** Without `moves` where there were none: so it was written before it could have any. */
export const stretch = (
  ...[client, clock, length, firstClient, firstClock, moves]: Stretch
): Stretch =>
  moves
    ? [client, clock, length, firstClient, firstClock, moves]
    : [client, clock, length, firstClient, firstClock]

const overlap = ([client, clock, length]: Stretch, other: number, from: number, many: number) =>
  client === other && clock < from + many && from < clock + length

/** One stretch of letters, cut where what is known of their origin changes. */
function split(
  client: number,
  clock: number,
  length: number,
  memory: readonly Stretch[],
): Stretch[] {
  const known = memory.filter((one) => overlap(one, client, clock, length))
  const pieces: Stretch[] = []
  const end = clock + length
  let at = clock
  for (const [, own, many, firstClient, firstClock, moves] of known.sort((a, b) => a[1] - b[1])) {
    if (own > at) pieces.push([client, at, own - at, client, at])
    const start = Math.max(own, at)
    const stop = Math.min(own + many, end)
    if (stop <= start) continue
    const first = firstClock + start - own
    pieces.push(stretch(client, start, stop - start, firstClient, first, moves))
    at = stop
  }
  if (at < end) pieces.push([client, at, end - at, client, at])
  return pieces
}
