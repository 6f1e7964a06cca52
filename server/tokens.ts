/** Secrets that let somebody in: 256 random bits, of which only the SHA-256 is ever stored. */
import { createHash, randomBytes } from 'node:crypto'

/** A new token as 43 characters of base64url, and the hash that is kept of it. */
export function newToken(): { token: string; hash: Uint8Array } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOf(token) }
}

export const hashOf = (token: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(token).digest())
