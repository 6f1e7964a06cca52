/** Reads the numbers and texts of lib0's encoding, and never beyond the end of what it was given. */
import { isUtf8 } from 'node:buffer'

/** What was read is not well formed; the message names the part. */
export class Malformed extends Error {}

/** Every method moves on by what it reads, and throws `Malformed` where that is not well formed. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** How many bytes are still unread. */
  get left(): number {
    return this.#bytes.length - this.#at
  }

  byte(): number {
    const byte = this.#bytes[this.#at]
    if (byte === undefined) throw new Malformed('end')
    this.#at++
    return byte
  }

  /** A whole number of variable length, seven bits a byte, at most 2^53 - 1. */
  uint(): number {
    let value = 0
    for (let factor = 1; factor <= 2 ** 49; factor *= 128) {
      const byte = this.byte()
      value += (byte & 0x7f) * factor
      if (byte < 0x80) {
        if (value > Number.MAX_SAFE_INTEGER) break
        return value
      }
    }
    throw new Malformed('number')
  }

  /** Passes over a signed number: six bits in the first byte, seven in each that follows. */
  integer(): void {
    let byte = this.byte()
    for (let more = 0; byte >= 0x80; more++) {
      if (more > 6) throw new Malformed('number')
      byte = this.byte()
    }
  }

  /** The bytes of a text, which are UTF-8. */
  text(): Uint8Array {
    const bytes = this.bytes()
    if (!isUtf8(bytes)) throw new Malformed('text')
    return bytes
  }

  /** As many bytes as the number before them says; a view, not a copy. */
  bytes(): Uint8Array {
    const length = this.uint()
    const start = this.#at
    this.skip(length)
    return this.#bytes.subarray(start, this.#at)
  }

  skip(length: number): void {
    if (length > this.left) throw new Malformed('end')
    this.#at += length
  }

  /** Passes over a JSON text that nests no deeper than `depth`. */
  json(depth: number): void {
    const bytes = this.text()
    let open = 0
    for (const byte of bytes) {
      if (byte === bracket || byte === brace) open++
      if (open > depth) throw new Malformed('depth')
    }
    try {
      JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'))
    } catch {
      throw new Malformed('JSON')
    }
  }

  /** Passes over one of lib0's "any" values that nests no deeper than `depth`. */
  value(depth: number): void {
    if (depth < 0) throw new Malformed('depth')
    const type = this.byte()
    const size = fixedSizes.get(type)
    if (size !== undefined) this.skip(size)
    else if (type === valueTypes.integer) this.integer()
    else if (type === valueTypes.text) this.text()
    else if (type === valueTypes.bytes) this.bytes()
    else if (type === valueTypes.object) this.#members(depth, true)
    else if (type === valueTypes.array) this.#members(depth, false)
    else throw new Malformed('value')
  }

  #members(depth: number, named: boolean): void {
    const members = this.uint()
    if (members > this.left) throw new Malformed('size')
    for (let i = 0; i < members; i++) {
      if (named) this.text()
      this.value(depth - 1)
    }
  }
}

const bracket = 0x5b
const brace = 0x7b
const valueTypes = { integer: 125, text: 119, object: 118, array: 117, bytes: 116 } as const

/** Bytes after the type: undefined, null, float32, float64, bigint, false, true. */
const fixedSizes = new Map([
  [127, 0],
  [126, 0],
  [124, 4],
  [123, 8],
  [122, 8],
  [121, 0],
  [120, 0],
])
