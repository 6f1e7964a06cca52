/** Ids that come out the same again, so that a run at random can be played once more from its seed. */
import { seeded } from './random.ts'

/** From here on every new id follows from this seed. */
export function seedIds(seed: number): void {
  const random = seeded(seed)
  Object.defineProperty(globalThis.crypto, 'getRandomValues', {
    configurable: true,
    value(bytes: Uint8Array) {
      for (const at of bytes.keys()) bytes[at] = Math.floor(random() * 256)
      return bytes
    },
  })
}
