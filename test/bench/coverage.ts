/** How far an update reaches in the clocks of the clients that wrote it. */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

export type Reach = readonly { client: number; end: number }[]

/** Updates that a server sends to many are taken apart once. */
const known = new Map<string, Reach>()
const mostKnown = 400
/** A single typed character is shorter. */
const shortBytes = 64

export function reachOf(update: Uint8Array): Reach {
  const typed = update.length < shortBytes ? reachOfOneStruct(update) : null
  if (typed) return typed
  const key = Buffer.from(update.buffer, update.byteOffset, update.length).toString('latin1')
  const seen = known.get(key)
  if (seen) return seen
  const ends = new Map<number, number>()
  for (const { id, length } of Y.decodeUpdate(update).structs) {
    ends.set(id.client, Math.max(ends.get(id.client) ?? 0, id.clock + length))
  }
  const reach = [...ends].map(([client, end]) => ({ client, end }))
  if (known.size >= mostKnown) known.clear()
  known.set(key, reach)
  return reach
}

/** Of one struct the header is enough: the loads type one character at a time. */
function reachOfOneStruct(update: Uint8Array): Reach | null {
  const decoder = decoding.createDecoder(update)
  const clients = decoding.readVarUint(decoder)
  if (clients === 0) return []
  if (clients > 1 || decoding.readVarUint(decoder) > 1) return null
  const client = decoding.readVarUint(decoder)
  return [{ client, end: decoding.readVarUint(decoder) + 1 }]
}
