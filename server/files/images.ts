/** Pictures as nodes of our text, and the captions that belong to them. */
import { newId } from '#shared/text/blocks.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import type { BlockReview } from '#shared/text/review.ts'
import type { Style } from './word/styles.ts'

/** A picture of a file: named by the SHA-256 of its bytes there. */
export function imageOf(asset: string, alt: string, review: BlockReview | null): NodeJson {
  const words = alt.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cs}]/gu, '')
  const said = isPath.test(words) ? '' : words.trim().normalize('NFC').slice(0, longestAlt)
  const attrs = { id: newId(), asset, alt: said, width: null, height: null, review }
  return { type: 'image', attrs, content: [] }
}

const longestAlt = 2000

/** Programs fill in where the picture came from, which says nothing of it and may say whose it was. */
const isPath = /^\S*[\\/].*\.\w{2,5}$|^\S+\.(png|jpe?g|gif|bmp|tiff?|webp|emf|wmf)$/i

/** What is read of one paragraph: pictures, and the block of its words where it has any. */
export type Pictured = { images: readonly PlacedImage[]; made: NodeJson | null; isCaption: boolean }

/** `isFirst` holds for one that stands before all words of its paragraph. */
export type PlacedImage = { node: NodeJson; isFirst: boolean }

/**
 * The nodes that a paragraph becomes, and which of them (or `last`, the one before) is about its
 * words: those of a caption go into the picture that they belong to.
 */
export function withCaption(
  { images, made, isCaption }: Pictured,
  last?: NodeJson,
): { nodes: NodeJson[]; about: NodeJson | undefined } {
  const nodes = images.map(({ node }) => node)
  if (!made) return { nodes, about: nodes[0] }
  if (isCaption && !made.attrs?.review) {
    const image = nodes.at(-1) ?? last
    if (image?.type === 'image' && image.content?.length === 0) {
      image.content = made.content ?? []
      return { nodes, about: image }
    }
  }
  const first = images.filter(({ isFirst }) => isFirst).map(({ node }) => node)
  const later = images.filter(({ isFirst }) => !isFirst).map(({ node }) => node)
  return { nodes: [...first, made, ...later], about: made }
}

/** As Word, LibreOffice and pandoc name their styles for captions, in English and in Russian. */
export const isCaptionStyle = (styles: readonly Style[]): boolean =>
  styles.some(({ name }) => captions.has(name))

const captions = new Set([
  ...['caption', 'illustration', 'figure', 'drawing', 'imagecaption', 'figurecaption'],
  ...['названиеобъекта', 'иллюстрация', 'рисунок', 'подпись'],
])
