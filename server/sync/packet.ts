/** Frames on their way to clients: encoded once, WebSocket headers and all, however many sockets they go to. */

/** A binary message that is whole in one WebSocket frame, as servers send it: without a mask (RFC 6455, 5.2). */
const finalBinary = 0x82

export class Packet {
  /** The frames as they go over the wire. */
  readonly wire: Buffer
  /** The same frames, each as the client's code receives it. */
  readonly frames: readonly Uint8Array[]

  constructor(bodies: readonly Uint8Array[]) {
    const length = bodies.reduce((sum, body) => sum + headerLength(body.length) + body.length, 0)
    this.wire = Buffer.allocUnsafe(length)
    const frames: Uint8Array[] = []
    let at = 0
    for (const body of bodies) {
      at = writeHeader(this.wire, at, body.length)
      this.wire.set(body, at)
      frames.push(this.wire.subarray(at, at + body.length))
      at += body.length
    }
    this.frames = frames
  }
}

const headerLength = (length: number) => (length < 126 ? 2 : length < 65_536 ? 4 : 10)

function writeHeader(wire: Buffer, at: number, length: number): number {
  wire[at] = finalBinary
  if (length < 126) {
    wire[at + 1] = length
  } else if (length < 65_536) {
    wire[at + 1] = 126
    wire.writeUInt16BE(length, at + 2)
  } else {
    wire[at + 1] = 127
    wire.writeUInt32BE(Math.floor(length / 2 ** 32), at + 2)
    wire.writeUInt32BE(length >>> 0, at + 6)
  }
  return at + headerLength(length)
}
