/**
 * A stretch of a draft's log in little room: what was written, by whom and when, kept for as long as
 * history goes back. Updates of one length are written byte for byte beside each other, as differences
 * to the one before: what a person types in a row differs in a letter and a count, so that a keystroke
 * takes about one byte (`npm run bench -- --scenario replay`).
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { HistoryEntry } from '../domain/draft-log.ts'

/** The first byte of a pack: how the rest is to be read. */
const deflatedColumns = 1

/** Packs entries, which are in the order of the log. */
export function packHistory(entries: readonly HistoryEntry[]): Buffer {
  const encoder = encoding.createEncoder()
  const persons = [...new Set(entries.map(({ person }) => person ?? ''))]
  encoding.writeVarUint(encoder, persons.length)
  for (const person of persons) encoding.writeVarString(encoder, person)
  encoding.writeVarUint(encoder, entries.length)
  let position = 0n
  let at = 0
  for (const entry of entries) {
    encoding.writeVarUint(encoder, Number(entry.position - position))
    // A clock may be set back.
    encoding.writeVarInt(encoder, entry.at.getTime() - at)
    encoding.writeVarUint(encoder, persons.indexOf(entry.person ?? ''))
    encoding.writeVarUint(encoder, entry.bytes.length)
    position = entry.position
    at = entry.at.getTime()
  }
  encoding.writeUint8Array(encoder, columnsOf(entries.map(({ bytes }) => bytes)))
  const packed = deflateRawSync(encoding.toUint8Array(encoder), { level: 9 })
  return Buffer.concat([Buffer.of(deflatedColumns), packed])
}

/** The entries of a pack. Throws when it is none, or of a later version of the program. */
export function unpackHistory(pack: Buffer): HistoryEntry[] {
  if (pack[0] !== deflatedColumns) throw new Error('a pack of history that cannot be read')
  const decoder = decoding.createDecoder(inflateRawSync(pack.subarray(1)))
  const persons = Array.from({ length: decoding.readVarUint(decoder) }, () =>
    decoding.readVarString(decoder),
  )
  let position = 0n
  let at = 0
  const entries = Array.from({ length: decoding.readVarUint(decoder) }, () => {
    position += BigInt(decoding.readVarUint(decoder))
    at += decoding.readVarInt(decoder)
    const person = persons[decoding.readVarUint(decoder)] || null
    const bytes = new Uint8Array(decoding.readVarUint(decoder))
    return { position, person, at: new Date(at), bytes }
  })
  fill(
    entries.map(({ bytes }) => bytes),
    decoding.readTailAsUint8Array(decoder),
  )
  return entries
}

/** The n-th bytes of all updates of one length stand together. */
function columnsOf(updates: readonly Uint8Array[]): Uint8Array {
  const columns = new Uint8Array(updates.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const [length, group] of byLength(updates)) {
    for (let column = 0; column < length; column++) {
      let before = 0
      for (const update of group) {
        const byte = update[column] as number
        columns[at++] = byte - before
        before = byte
      }
    }
  }
  return columns
}

/** The way back: writes into updates that have their lengths already. */
function fill(updates: readonly Uint8Array[], columns: Uint8Array): void {
  let at = 0
  for (const [length, group] of byLength(updates)) {
    for (let column = 0; column < length; column++) {
      let before = 0
      for (const update of group) {
        before = (before + (columns[at++] as number)) & 0xff
        update[column] = before
      }
    }
  }
}

function byLength(updates: readonly Uint8Array[]): Map<number, Uint8Array[]> {
  const groups = new Map<number, Uint8Array[]>()
  for (const update of updates) {
    const group = groups.get(update.length)
    if (group) group.push(update)
    else groups.set(update.length, [update])
  }
  return groups
}
