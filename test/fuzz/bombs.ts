/** Updates that are well formed and ruinous: small for the wire, and the square of that for Yjs. */
import * as encoding from 'lib0/encoding'

export type Write = (encoder: encoding.Encoder) => void

export const bytesOf = (write: Write): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** Numbers as lib0 writes them, texts with their length before them, and bytes as they are. */
export const parts =
  (...all: (number | string | Uint8Array)[]): Write =>
  (encoder) => {
    for (const part of all) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part)
      else if (typeof part === 'string') encoding.writeVarString(encoder, part)
      else encoding.writeUint8Array(encoder, part)
    }
  }

/** An update with these structs of one client, and no deletions. */
export const structsOf = (client: number, clock: number, structs: Write[]): Uint8Array =>
  bytesOf((encoder) => {
    parts(1, structs.length, client, clock)(encoder)
    for (const struct of structs) struct(encoder)
    encoding.writeVarUint(encoder, 0)
  })

/** An update that only deletes: places and lengths of one client. */
export const deletionsOf = (client: number, ranges: [clock: number, length: number][]) =>
  bytesOf((encoder) => {
    parts(0, 1, client, ranges.length)(encoder)
    for (const range of ranges) parts(...range)(encoder)
  })

/** What a presence frame holds, with these states. */
export const presenceOf = (
  states: readonly [client: number, clock: number, state: string | Uint8Array][],
): Uint8Array => {
  const inner: Write = (into) => {
    parts(states.length)(into)
    for (const [client, clock, state] of states) parts(client, clock, state)(into)
  }
  return bytesOf(inner)
}

const builder = 100
const attacker = 99
const list = (count: number, make: (at: number) => Write) =>
  Array.from({ length: count }, (_, at) => make(at))
const inRoot =
  (content: Write): Write =>
  (encoder) => {
    parts(new Uint8Array([4]), 1, 't')(encoder)
    content(encoder)
  }

export const longText = (length: number) =>
  structsOf(builder, 0, [inRoot(parts('a'.repeat(length)))])

/** A text of letters that never become one run, for every second is bound to the first. */
export const manyRuns = (count: number) =>
  structsOf(
    builder,
    0,
    list(count, (at) => {
      if (at === 0) return inRoot(parts('x'))
      return at % 2 === 0
        ? parts(new Uint8Array([0x84]), builder, at - 1, 'x')
        : parts(new Uint8Array([0xc4]), builder, at - 1, builder, 0, 'x')
    }),
  )

/** On top of `manyRuns`: each letter belongs before another one, and must go past all to know where. */
export const interleaved = (count: number) =>
  structsOf(
    attacker,
    0,
    list(count, (at) => parts(new Uint8Array([0x44]), builder, count - 1 - at, 'y')),
  )

export const halfDeleted = (count: number) =>
  deletionsOf(
    builder,
    Array.from({ length: count }, (_, at): [number, number] => [at * 2, 1]),
  )

/** Types, each in the one before it. */
export const deepNest = (depth: number) =>
  structsOf(
    builder,
    0,
    list(depth, (at) =>
      at === 0
        ? parts(new Uint8Array([7]), 1, 't', 2)
        : parts(new Uint8Array([7]), 0, builder, at - 1, 2),
    ),
  )

/** One key of a map, written again and again as if nobody had written it before. */
export const longKey = (count: number) =>
  structsOf(
    builder,
    0,
    list(count, () => parts(new Uint8Array([0x28]), 1, 'm', 'k', 1, new Uint8Array([126]))),
  )
