/** Tells what a file is by its first bytes. */
import type { FormatIn } from '#shared/text/formats.ts'

/** Null for what may be a text: a text has no first bytes of its own. */
export function sniff(bytes: Uint8Array): FormatIn | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const begins = (signature: Buffer | string, at = 0) =>
    view.subarray(at, at + signature.length).equals(Buffer.from(signature))
  if (begins(zip)) {
    // An OpenDocument file says what it is in its first entry, uncompressed.
    return begins(openDocument, 30) ? 'odt' : 'docx'
  }
  if (begins(container)) return 'doc'
  return begins('{\\rtf') ? 'rtf' : null
}

/** Whether it is a container of the old kind with a file behind a password in it. */
export function isEncryptedContainer(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!view.subarray(0, container.length).equals(container)) return false
  return streams.some((name) => view.includes(name))
}

const zip = Buffer.from('PK')
const openDocument = 'mimetypeapplication/vnd.oasis.opendocument.text'
const container = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** The streams in which Word keeps a text that has a password. */
const streams = ['EncryptedPackage', 'EncryptionInfo'].map((name) => Buffer.from(name, 'utf16le'))
