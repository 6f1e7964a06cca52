/**
 * Draws a picture anew from its pixels: what else the file held (place, camera, names, a second file
 * behind it) is gone. Runs in a process of its own, see `picture-process.ts`. [SAFE2]
 */
import sharp, { type Sharp } from 'sharp'
import { pictureKind } from './picture-kind.ts'

export type RedrawnPicture = {
  type: 'image/jpeg' | 'image/png'
  width: number
  height: number
  bytes: Uint8Array
}

/** A photograph of a good camera has 24 million; what claims more is made to hurt. */
const mostPixels = 60_000_000
/** Longest side of what is kept, in pixels: sharp on paper, light on a line. */
const longestSide = 2_000
/** A drawing that is heavier than this as PNG is a photograph, and is kept as one. */
const heavyPng = 700_000

/** Null when the bytes are no picture that can be read, or too large a one. */
export async function redraw(bytes: Uint8Array): Promise<RedrawnPicture | null> {
  const kind = pictureKind(bytes)
  if (!kind) return null
  onlyKnownReaders()
  try {
    const pixels = await pixelsOf(bytes)
    const isPhotograph = kind === 'jpeg' || kind === 'avif'
    if (isPhotograph && !pixels.seeThrough) return await written(asJpeg(pixels.image), 'image/jpeg')
    const png = await written(pixels.image.png({ compressionLevel: 9 }), 'image/png')
    if (png.bytes.length < heavyPng || pixels.seeThrough) return png
    return await written(asJpeg(pixels.image), 'image/jpeg')
  } catch {
    return null
  }
}

/** Nothing of libvips is reached but what reads these kinds; SVG, PDF and TIFF are not among them. */
function onlyKnownReaders() {
  sharp.cache(false)
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['Png', 'Jpeg', 'Nsgif', 'Webp', 'Heif'].map((name) => `VipsForeignLoad${name}`),
  })
}

/** Decoded once, upright and in its final size: both ways of writing begin from there. */
async function pixelsOf(bytes: Uint8Array): Promise<{ image: Sharp; seeThrough: boolean }> {
  const source = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
  const { data, info } = await source
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const image = sharp(data, { raw: { width, height, channels } })
  return { image, seeThrough: !(await image.stats()).isOpaque }
}

const asJpeg = (image: Sharp) =>
  image.clone().flatten({ background: '#fff' }).jpeg({ quality: 84, mozjpeg: true })

async function written(image: Sharp, type: RedrawnPicture['type']): Promise<RedrawnPicture> {
  const { data, info } = await image.toBuffer({ resolveWithObject: true })
  return { type, width: info.width, height: info.height, bytes: data }
}
