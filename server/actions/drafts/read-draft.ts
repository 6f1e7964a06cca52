/** The draft of one language as it is now, in canonical form. */

import type { Doc } from 'yjs'
import type { ResultOf } from '#shared/api/endpoint.ts'
import type { readDraft as endpoint } from '#shared/api/statements.ts'
import type { Language } from '#shared/language/languages.ts'
import type { CanonicalText, Problem } from '#shared/text/canonical.ts'
import { readText } from '#shared/text/draft.ts'
import type { Context } from '../../context.ts'
import type { Call } from '../call.ts'

export const readDraft = (
  context: Context,
  { params, query }: Call<typeof endpoint>,
): Promise<ResultOf<typeof endpoint>> =>
  context.rooms.read(params.statement, (doc) => readTextSafely(doc, query.language))

/** A draft may hold what the schema does not know, put there by a hostile client: that is a problem, not a fault. */
export function readTextSafely(
  doc: Doc,
  language: Language,
): { text: CanonicalText; problems: Problem[] } {
  try {
    return readText(doc, language)
  } catch (fault) {
    if (!(fault instanceof RangeError || fault instanceof TypeError)) throw fault
    return {
      text: { language, title: '', blocks: [], footnotes: [] },
      problems: [{ code: 'unreadable', language }],
    }
  }
}
