/** The pictures that a text in canonical form names. */
import type { CanonicalText, ImageBlock } from './canonical.ts'

export const picturesOf = ({ blocks }: Pick<CanonicalText, 'blocks'>): ImageBlock[] =>
  blocks.filter((block) => block.kind === 'image')

/** The assets of several texts, each once, in the order in which they are first named. */
export const assetsOf = (texts: readonly Pick<CanonicalText, 'blocks'>[]): string[] => [
  ...new Set(texts.flatMap((text) => picturesOf(text).map(({ asset }) => asset))),
]
