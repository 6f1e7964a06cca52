/** The draft of one language as a file that other programs open. [DRAFT7] */
import type { ResultOf } from '#shared/api/endpoint.ts'
import type { downloadDraft as endpoint } from '#shared/api/statements.ts'
import { Refusal } from '#shared/refusals.ts'
import { slugOf } from '#shared/statements.ts'
import { readDraftNodes } from '#shared/text/draft.ts'
import type { Context } from '../../context.ts'
import { writeFile } from '../../files/write-file.ts'
import { findStatement } from '../../store/statements.ts'
import type { Call } from '../call.ts'

export async function downloadDraft(
  context: Context,
  { params, query: { language, format } }: Call<typeof endpoint>,
): Promise<ResultOf<typeof endpoint>> {
  const statement = await findStatement(context.database.queries, params.statement)
  if (!statement?.languages.includes(language)) {
    throw new Refusal('invalid-input', { field: 'language', rule: 'form.choice' })
  }
  const text = await context.rooms.read(statement.id, (doc) => readDraftNodes(doc, language))
  const { type, bytes } = writeFile(text, format, language)
  return { name: `${slugOf(statement.symbol)}.${language}.${format}`, type, bytes }
}
