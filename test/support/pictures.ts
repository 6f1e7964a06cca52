/** Pictures to test with: honest ones, and ones that were made to hurt. */
import { crc32 } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** Opaque, every pixel a little other than the next. */
export function gradient(width: number, height: number): Sharp {
  const bytes = Buffer.alloc(width * height * 3)
  for (let at = 0; at < bytes.length; at++) bytes[at] = (at * 7) % 251
  return sharp(bytes, { raw: { width, height, channels: 3 } })
}

/** A photograph that tells where and by whom it was taken. */
export const photograph = (): Promise<Buffer> =>
  gradient(320, 240)
    .withExif({
      IFD0: { Artist: 'Bishkek office', Make: 'Camera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 52/1 0/1' },
    })
    .withIccProfile('p3')
    .jpeg()
    .toBuffer()

/** A drawing on nothing. */
export const drawing = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 40, channels: 4, background: '#12345680' } })
    .png()
    .toBuffer()

/** A PNG that says it is so large, whatever its data holds. */
export function hostilePng(width: number, height: number, data: Uint8Array): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array()),
  ])
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
