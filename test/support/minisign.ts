/** Debian's `minisign`, asked as readers ask it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { minisignPath } from './system-programs.ts'

export interface SignedFile {
  name: string
  bytes: Uint8Array
  signature: string | Uint8Array
  /** The line of the public key, or the text of its file. */
  key: string
}

/** What the stock program says of the file. Throws when it refuses it. */
export function minisignSays({ name, bytes, signature, key }: SignedFile): string {
  const folder = mkdtempSync(join(tmpdir(), 'minisign-'))
  const file = join(folder, name)
  const keyFile = join(folder, 'minisign.pub')
  try {
    writeFileSync(file, bytes)
    writeFileSync(`${file}.minisig`, signature)
    writeFileSync(keyFile, key)
    const how = key.includes('\n') ? ['-p', keyFile] : ['-P', key]
    return execFileSync(minisignPath ?? 'minisign', ['-Vm', file, ...how], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The same bytes with one bit changed. */
export function flipped(source: Uint8Array, at: number, bit = 0): Buffer {
  const copy = Buffer.from(source)
  copy.writeUInt8(copy.readUInt8(at) ^ (1 << bit), at)
  return copy
}
