/** The pictures that a file holds: taken out when a text names them, within bounds. [DRAFT6] */
import { Refusal } from '#shared/refusals.ts'
import { fingerprintOfBytes } from '#shared/text/fingerprint.ts'
import { Budget, most } from './bounds.ts'
import { openZip } from './unzip.ts'

export class FilePictures {
  /** The bytes as they are in the file, by their SHA-256. */
  readonly bytes: { [asset: string]: Uint8Array } = {}
  readonly #read: (name: string) => Uint8Array | null
  readonly #taken = new Map<string, string | null>()

  /** Pictures have a bound of their own: a file with too many of them still is read. */
  constructor(zip: Uint8Array) {
    this.#read = openZip(zip, new Budget(most.pictureBytes))
  }

  /** The name of the picture in that part of the zip; null where there is none, or too much. */
  take(part: string): string | null {
    const known = this.#taken.get(part)
    if (known !== undefined) return known
    const bytes = this.#taken.size < most.pictures ? this.#bytesOf(part) : null
    const asset = bytes && fingerprintOfBytes(bytes)
    // A part of the zip may be a view of all of it, which must not go to another thread with it.
    if (bytes && asset) this.bytes[asset] = new Uint8Array(bytes)
    this.#taken.set(part, asset)
    return asset
  }

  #bytesOf(part: string): Uint8Array | null {
    try {
      return this.#read(part)
    } catch (fault) {
      if (fault instanceof Refusal) return null
      throw fault
    }
  }
}
