/** Frames made a little wrong, as chance has it: bits, pieces, numbers, and other people's ids. */
import * as encoding from 'lib0/encoding'
import { pick, type Random, upTo } from '../support/random.ts'

/** Numbers where lengths, clocks and ids of 7, 31, 32, 40, 53 and 64 bits end. */
const borders = [
  ...[0, 1, 2, 0x3f, 0x7f, 0x80, 0x3fff, 0x4000, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32],
  ...[2 ** 40 - 1, 2 ** 40, 2 ** 40 + 1, 2 ** 53 - 1],
]

type Mutation = (frame: Uint8Array, random: Random, other: Uint8Array) => Uint8Array

const join = (...pieces: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces))

const number = (value: number): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, value)
  return encoding.toUint8Array(encoder)
}

/** Where the number that begins at a place ends. */
function endOfNumber(frame: Uint8Array, at: number): number {
  let end = at
  while (end < frame.length && (frame[end] ?? 0) >= 0x80) end++
  return Math.min(end + 1, frame.length)
}

const replaceNumber = (frame: Uint8Array, at: number, by: Uint8Array) =>
  join(frame.subarray(0, at), by, frame.subarray(endOfNumber(frame, at)))

const mutations: Mutation[] = [
  function flipBits(frame, random) {
    const changed = frame.slice()
    for (let i = upTo(random, 4); i >= 0; i--) {
      const at = upTo(random, frame.length)
      changed[at] = (changed[at] ?? 0) ^ (1 << upTo(random, 8))
    }
    return changed
  },
  function setByte(frame, random) {
    const changed = frame.slice()
    changed[upTo(random, frame.length)] = upTo(random, 256)
    return changed
  },
  function cut(frame, random) {
    return frame.slice(0, upTo(random, frame.length))
  },
  function leaveOut(frame, random) {
    const from = upTo(random, frame.length)
    return join(frame.subarray(0, from), frame.subarray(from + 1 + upTo(random, 8)))
  },
  function double(frame, random) {
    const from = upTo(random, frame.length)
    const to = Math.min(from + 1 + upTo(random, 64), frame.length)
    return join(frame.subarray(0, to), frame.subarray(from))
  },
  function lengthenNumber(frame, random) {
    const at = upTo(random, frame.length)
    const end = endOfNumber(frame, at)
    const last = frame[end - 1] ?? 0
    const long = [last | 0x80, ...Array<number>(upTo(random, 9)).fill(0x80), 0]
    return join(frame.subarray(0, end - 1), new Uint8Array(long), frame.subarray(end))
  },
  function toBorder(frame, random) {
    return replaceNumber(frame, upTo(random, frame.length), number(pick(random, borders)))
  },
  function nextNumber(frame, random) {
    const changed = frame.slice()
    const at = upTo(random, frame.length)
    changed[at] = (changed[at] ?? 0) + (random() < 0.5 ? 1 : -1)
    return changed
  },
  function cross(frame, random, other) {
    return join(
      frame.subarray(0, upTo(random, frame.length)),
      other.subarray(upTo(random, other.length)),
    )
  },
  function splice(frame, random, other) {
    const at = upTo(random, frame.length)
    const from = upTo(random, other.length)
    const piece = other.subarray(from, from + 1 + upTo(random, 32))
    return join(frame.subarray(0, at), piece, frame.subarray(at))
  },
]

/** The frame with one to three things changed. `other` is a second frame to take pieces from. */
export function mutate(frame: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let changed = frame
  for (let i = upTo(random, 3); i >= 0; i--) {
    if (changed.length === 0) return other
    changed = pick(random, mutations)(changed, random, other.length > 0 ? other : frame)
  }
  return changed
}

/** Every place in which a number stands, replaced by another number: one client's id by another's, say. */
export function swapNumber(frame: Uint8Array, from: number, to: number): Uint8Array {
  const [old, by] = [Buffer.from(number(from)), number(to)]
  const pieces: Uint8Array[] = []
  const bytes = Buffer.from(frame)
  let start = 0
  for (let at = bytes.indexOf(old); at !== -1; at = bytes.indexOf(old, start)) {
    pieces.push(bytes.subarray(start, at), by)
    start = at + old.length
  }
  return join(...pieces, bytes.subarray(start))
}
