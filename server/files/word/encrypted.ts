/** Tells apart what is not a zip: a Word file behind a password, and everything else. */
import { Refusal } from '#shared/refusals.ts'

const containerSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** The streams in which Word keeps a text that has a password. */
const streams = ['EncryptedPackage', 'EncryptionInfo'].map((name) => Buffer.from(name, 'utf16le'))

/**
 * Throws `file-encrypted` when the bytes are a container of the old kind with an encrypted file
 * in it. Such a container without one is a `.doc` of before 2007, which is `unreadable-file`.
 */
export function refuseOldContainer(bytes: Uint8Array): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!view.subarray(0, containerSignature.length).equals(containerSignature)) return
  const encrypted = streams.some((name) => view.includes(name))
  throw new Refusal(encrypted ? 'file-encrypted' : 'unreadable-file')
}
