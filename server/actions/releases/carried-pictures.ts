/** The pictures of a text that is frozen: each must be here, or the text is not whole. [REL1] [DRAFT6] */
import type { Problem } from '#shared/text/canonical.ts'
import { assetsOf, picturesOf } from '#shared/text/pictures-of.ts'
import type { Queries } from '../../store/database.ts'
import { keptAssets } from '../../store/pictures.ts'
import type { Composed } from './compose.ts'

/** The same text, with a problem for each picture that this statement does not have. */
export async function withMissingPictures(
  queries: Queries,
  statement: string,
  composed: Composed,
): Promise<Composed> {
  const { texts } = composed.release
  const kept = await keptAssets(queries, statement, assetsOf(texts))
  const missing = texts.flatMap((text) =>
    picturesOf(text)
      .filter(({ asset }) => !kept.has(asset))
      .map(({ id }): Problem => ({ code: 'missing-image', language: text.language, block: id })),
  )
  return { ...composed, problems: [...composed.problems, ...missing] }
}
