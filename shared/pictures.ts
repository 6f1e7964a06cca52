/** Pictures in a text: how they are named, how large they may be, what the server tells of one that it keeps. [DRAFT6] */
import * as v from 'valibot'

/** The most bytes that a picture may have when it is sent; it is kept far smaller. */
export const mostPictureBytes = 20 * 1024 * 1024

/** What one statement may hold in all its languages, history and releases. */
export const mostPictures = 200
export const mostPictureBytesOfStatement = 150 * 1024 * 1024

/** The files that a person may choose; what a file really is, the server finds out by itself. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']

/** An asset is the SHA-256 of the picture's bytes as they are kept, in hexadecimal digits. */
export const isAsset = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

/** A picture as the text names it: its asset, and its size in pixels. */
export const keptPictureSchema = v.object({
  asset: v.string(),
  width: v.number(),
  height: v.number(),
})
export type KeptPicture = v.InferOutput<typeof keptPictureSchema>

/** Where a picture is fetched from, by whoever may see it. */
export const picturePath = (asset: string) => `/pictures/${encodeURIComponent(asset)}`
