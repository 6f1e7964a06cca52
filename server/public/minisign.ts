/** Keys and signatures that the stock `minisign` program understands. [PUB4] */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto'

/** What everybody may know of a key: 8 bytes that name it, 32 that check its signatures. */
export type PublicKey = { keyId: Uint8Array; publicKey: Uint8Array }

/** `secretKey` is the 32 bytes of seed that Ed25519 (RFC 8032) grows the key from. */
export type SigningKey = PublicKey & { secretKey: Uint8Array }

export function newKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519')
  const secretKey = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-seedLength)
  return { keyId: randomBytes(8), publicKey: publicKeyOf(secretKey), secretKey }
}

/** The key as `minisign -P` takes it: one line of base64. */
export const publicKeyText = ({ keyId, publicKey }: PublicKey): string =>
  base64(latin('Ed'), keyId, publicKey)

/** The key as `minisign -p` reads it from a file. */
export const publicKeyFile = (key: PublicKey, comment: string): string =>
  `untrusted comment: ${oneLine(comment, 1000)}\n${publicKeyText(key)}\n`

/**
 * The detached signature of `bytes`, as the file `<name>.minisig`: Ed25519 over their BLAKE2b-512
 * (minisign's `ED`), and a second one over the first and the trusted comment. Throws `RangeError`
 * for a comment that is not one line, or is longer than minisign reads (about 1,000 and 8,000 bytes).
 */
export function signFile(
  key: SigningKey,
  bytes: Uint8Array,
  comments: { untrusted: string; trusted: string },
): string {
  const untrusted = oneLine(comments.untrusted, 1000)
  const trusted = oneLine(comments.trusted, 8000)
  const secret = privateKeyOf(key.secretKey)
  const signature = sign(null, createHash('blake2b512').update(bytes).digest(), secret)
  const whole = sign(null, Buffer.concat([signature, Buffer.from(trusted)]), secret)
  return [
    `untrusted comment: ${untrusted}`,
    base64(latin('ED'), key.keyId, signature),
    `trusted comment: ${trusted}`,
    base64(whole),
    '',
  ].join('\n')
}

const seedLength = 32

/** What stands before the seed in a PKCS #8 file of an Ed25519 key (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

const privateKeyOf = (seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' })

const publicKeyOf = (seed: Uint8Array): Uint8Array =>
  createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(-32)

const latin = (text: string) => Buffer.from(text, 'latin1')

const base64 = (...parts: Uint8Array[]) => Buffer.concat(parts).toString('base64')

/** A line break in a comment would let it pass for the next line of the file. */
function oneLine(comment: string, mostBytes: number): string {
  if (/[\p{Cc}\u2028\u2029]/u.test(comment)) throw new RangeError('a comment is one line')
  if (Buffer.byteLength(comment) > mostBytes) throw new RangeError('the comment is too long')
  return comment
}
