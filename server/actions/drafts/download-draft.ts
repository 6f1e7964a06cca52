/** The draft of one language as a file that other programs open. [DRAFT7] */
import type { ResultOf } from '#shared/api/endpoint.ts'
import type {
  downloadDraft as endpoint,
  seeFileFormats as formatsEndpoint,
} from '#shared/api/statements.ts'
import { isAsset } from '#shared/pictures.ts'
import { Refusal } from '#shared/refusals.ts'
import { slugOf } from '#shared/statements.ts'
import { type NodeJson, readDraftNodes } from '#shared/text/draft.ts'
import type { Context } from '../../context.ts'
import { formatsHere, holdsPictures, writeAnyFile } from '../../files/file-writer.ts'
import { picturesOf } from '../../store/pictures.ts'
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
  const pictures = holdsPictures(format) ? await picturesIn(context, statement.id, text.blocks) : {}
  const { type, bytes } = await writeAnyFile({ ...text, pictures }, format, language)
  return { name: `${slugOf(statement.symbol)}.${language}.${format}`, type, bytes }
}

/** Old formats come in, and OpenDocument goes out, only where an office program is installed. */
export const seeFileFormats = async (): Promise<ResultOf<typeof formatsEndpoint>> => formatsHere()

/** A draft names pictures by what an editor has sent: only those of its own statement go into its file. [SIGN5] */
async function picturesIn(context: Context, statement: string, blocks: readonly NodeJson[]) {
  const assets = blocks.map(({ type, attrs }) => (type === 'image' ? attrs?.asset : null))
  const rows = await picturesOf(context.database.queries, statement, assets.filter(isAsset))
  return Object.fromEntries(rows.map(({ asset, bytes }) => [asset, bytes]))
}
