/** The fingerprint of a release: SHA-256 over canonical JSON (RFC 8785), the same on both sides and in ten years. [REL2] */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The value as RFC 8785 writes it: keys sorted by UTF-16 code units, no white space, numbers and
 * strings as ECMAScript writes them. Keys whose value is undefined are left out.
 * Throws `TypeError` on what JSON cannot carry: a lone surrogate, a number that is not finite, a function.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (typeof value === 'string') return canonicalString(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`canonical JSON has no ${typeof value}`)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalString(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('canonical JSON has only finite numbers')
  return JSON.stringify(value)
}

function canonicalString(value: string): string {
  if (/\p{Cs}/u.test(value)) throw new TypeError('canonical JSON has no lone surrogates')
  return JSON.stringify(value)
}

/** The SHA-256 of the UTF-8 bytes of `text`, as 64 lower-case hexadecimal digits. */
export const fingerprintOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** The SHA-256 of bytes, written the same way: the name of a picture. */
export const fingerprintOfBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

/** The fingerprint in groups of four digits, as people compare it: `7c1e 90ab …`; `groups` cuts it short. */
export function fingerprintForPeople(fingerprint: string, groups = 16): string {
  return (fingerprint.match(/.{4}/g) ?? []).slice(0, groups).join(' ')
}
