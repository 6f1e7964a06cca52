/** What went over a wire, taken apart as a WebSocket client does. */

/** The frames in bytes that a server has written: binary messages, each whole and without a mask. */
export function framesOn(wire: Buffer): Uint8Array[] {
  const frames: Uint8Array[] = []
  for (let at = 0; at < wire.length; ) {
    const short = (wire[at + 1] ?? 0) & 127
    const header = short < 126 ? 2 : short === 126 ? 4 : 10
    const length =
      short < 126
        ? short
        : short === 126
          ? wire.readUInt16BE(at + 2)
          : Number(wire.readBigUInt64BE(at + 2))
    frames.push(wire.subarray(at + header, at + header + length))
    at += header + length
  }
  return frames
}
