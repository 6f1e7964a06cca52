/** Takes single files out of a zip, and never inflates more of one than its bound. */
import { crc32, inflateRawSync } from 'node:zlib'
import { Refusal } from '#shared/refusals.ts'
import { type Budget, most, within } from './bounds.ts'

/** The bytes of the file of that name; null when the zip has none. */
export type ReadEntry = (name: string) => Uint8Array | null

/**
 * Opens a zip by its directory, as Word does. Only what is asked for is inflated, and the sizes that
 * the zip claims are never believed. Throws `unreadable-file` where it is broken (here or when an entry is read),
 * `file-too-large`, and `file-encrypted` when the zip itself has a password.
 */
export function openZip(bytes: Uint8Array, budget: Budget): ReadEntry {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(view)
  return (name) => {
    const entry = entries.get(nameKey(name))
    if (!entry) return null
    const content = inflate(packedBytes(view, entry), entry.method, budget)
    budget.spendBytes(content.length)
    if (crc32(content) !== entry.checksum) throw broken()
    return content
  }
}

type Entry = {
  encrypted: boolean
  method: number
  checksum: number
  packedSize: number
  offset: number
}

const signatures = { end: 0x06054b50, directory: 0x02014b50, entry: 0x04034b50 } as const
const endSize = 22
const directorySize = 46
const entrySize = 30
const longestComment = 0xffff

const broken = () => new Refusal('unreadable-file')

/** Names of parts are the same whatever their case; some writers of zips use the wrong slash. */
const nameKey = (name: string) => name.replaceAll('\\', '/').toLowerCase()

function readDirectory(view: Buffer): Map<string, Entry> {
  const end = findEnd(view)
  const count = view.readUInt16LE(end + 10)
  within(count <= most.entries)
  const entries = new Map<string, Entry>()
  let at = view.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (at + directorySize > end || view.readUInt32LE(at) !== signatures.directory) throw broken()
    const nameEnd = at + directorySize + view.readUInt16LE(at + 28)
    entries.set(nameKey(view.toString('utf8', at + directorySize, nameEnd)), {
      encrypted: (view.readUInt16LE(at + 8) & 1) === 1,
      method: view.readUInt16LE(at + 10),
      checksum: view.readUInt32LE(at + 16),
      packedSize: view.readUInt32LE(at + 20),
      offset: view.readUInt32LE(at + 42),
    })
    at = nameEnd + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  return entries
}

/** Where the record at the end of the zip begins; a comment may follow it. */
function findEnd(view: Buffer): number {
  const last = view.length - endSize
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    if (view.readUInt32LE(at) === signatures.end) return at
  }
  throw broken()
}

function packedBytes(view: Buffer, { encrypted, packedSize, offset }: Entry): Buffer {
  if (encrypted) throw new Refusal('file-encrypted')
  if (offset + entrySize > view.length) throw broken()
  if (view.readUInt32LE(offset) !== signatures.entry) throw broken()
  const nameAndExtra = view.readUInt16LE(offset + 26) + view.readUInt16LE(offset + 28)
  const start = offset + entrySize + nameAndExtra
  if (start + packedSize > view.length) throw broken()
  return view.subarray(start, start + packedSize)
}

function inflate(packed: Buffer, method: number, budget: Budget): Uint8Array {
  if (method === 0) return packed
  if (method !== 8) throw broken()
  within(budget.bytes > 0)
  try {
    return inflateRawSync(packed, { maxOutputLength: budget.bytes })
  } catch (error) {
    within((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE')
    throw broken()
  }
}
