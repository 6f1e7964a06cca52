/** From bytes to text, in the encodings in which people here have written. */
import { Refusal } from '#shared/refusals.ts'

/** Unicode by its mark or its form, else the Cyrillic of old Windows. Throws `unreadable-file` for what is no text. */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes)
  // A text has no zeros, and hardly any other control characters.
  const strange = text.match(/(?![\t-\r])\p{Cc}|\ufffd/gu)?.length ?? 0
  if (text.includes('\u0000') || strange * 100 > text.length) throw new Refusal('unreadable-file')
  return text
}

function decode(bytes: Uint8Array): string {
  const mark = `${bytes[0]} ${bytes[1]}`
  if (mark === '255 254') return new TextDecoder('utf-16le').decode(bytes)
  if (mark === '254 255') return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}
