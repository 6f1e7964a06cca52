/** Seals updates with the key of this device, and opens them again. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { RecordRow } from './local-database.ts'

export type Sealed = Pick<RecordRow, 'iv' | 'sealed'>

/** The seal names the draft, so that no record can be passed off as another draft's. */
const algorithm = (iv: Uint8Array<ArrayBuffer>, statement: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(statement),
})

export async function seal(
  key: CryptoKey,
  statement: string,
  updates: readonly Uint8Array[],
): Promise<Sealed> {
  const plain = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, updates.length)
    for (const update of updates) encoding.writeVarUint8Array(encoder, update)
  }) as Uint8Array<ArrayBuffer>
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, sealed: await crypto.subtle.encrypt(algorithm(iv, statement), key, plain) }
}

/** Null when the record is torn, or sealed with another key. */
export async function unseal(
  key: CryptoKey,
  statement: string,
  { iv, sealed }: Sealed,
): Promise<Uint8Array[] | null> {
  try {
    const plain = await crypto.subtle.decrypt(algorithm(iv, statement), key, sealed)
    const decoder = decoding.createDecoder(new Uint8Array(plain))
    const count = decoding.readVarUint(decoder)
    return Array.from({ length: count }, () => decoding.readVarUint8Array(decoder))
  } catch {
    return null
  }
}
