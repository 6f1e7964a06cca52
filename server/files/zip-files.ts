/** Puts files into a zip that is the same bytes whenever it is made. */
import { strToU8, type Zippable, zipSync } from 'fflate'

/** The earliest moment that a zip can name: no file tells when it was made. */
const noMoment = new Date(1980, 0, 1)

/** In the order given. Names in `stored` are not compressed. */
export function zipFiles(
  files: readonly (readonly [name: string, content: string | Uint8Array])[],
  stored: readonly string[] = [],
): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {}
  for (const [name, content] of files) {
    const bytes = typeof content === 'string' ? strToU8(content) : content
    entries[name] = [bytes, { level: stored.includes(name) ? 0 : 6, mtime: noMoment, os: 0 }]
  }
  return zipSync(entries) as Uint8Array<ArrayBuffer>
}
