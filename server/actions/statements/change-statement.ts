/** Changes what a statement is called, whom it speaks to and in which languages. */
import type { ResultOf } from '#shared/api/endpoint.ts'
import { changeStatement as endpoint } from '#shared/api/statements.ts'
import type { Language } from '#shared/language/languages.ts'
import { Refusal } from '#shared/refusals.ts'
import { bodyOf, readText, seedText } from '#shared/text/draft.ts'
import type { Context } from '../../context.ts'
import { isDuplicate, type Queries } from '../../store/database.ts'
import { releasesOf } from '../../store/releases.ts'
import {
  findStatement,
  lockStatement,
  type StatementRow,
  updateStatement,
} from '../../store/statements.ts'
import type { Call } from '../call.ts'
import { editorOf } from '../drafts/editor-of.ts'
import { describeStatement } from './list-statements.ts'
import { freeSlug, requireFreeSymbol } from './start-statement.ts'

export async function changeStatement(
  context: Context,
  { actor, body, params, place }: Call<typeof endpoint>,
): Promise<ResultOf<typeof endpoint>> {
  const id = params.statement
  await requireEmpty(context, id, body.languages)
  const changed = await context.database
    .transaction(async (queries) => {
      const row = await lockStatement(queries, id)
      if (!row) throw new Refusal('not-found')
      const slug = await slugFor(queries, row, body.symbol)
      await updateStatement(queries, id, { ...body, slug, changedAt: context.clock.now() })
      return describeStatement(queries, { ...row, ...body, slug })
    })
    .catch((fault) => {
      throw isDuplicate(fault) ? new Refusal('symbol-taken') : fault
    })
  const editor = editorOf(context, actor, endpoint.access.act, place)
  await context.rooms.edit(id, editor, (doc) => {
    for (const language of body.languages) {
      if (bodyOf(doc, language).length === 0) seedText(doc, language, '')
    }
  })
  return changed
}

/** The permalink holds the symbol: once something stands behind it, the symbol stays. */
async function slugFor(queries: Queries, row: StatementRow, symbol: string): Promise<string> {
  if (symbol === row.symbol) return row.slug
  const releases = await releasesOf(queries, row.id)
  if (releases.some(({ publishedAt }) => publishedAt)) throw new Refusal('statement-published')
  await requireFreeSymbol(queries, row.coalitionId, symbol, row.id)
  return freeSlug(queries, symbol)
}

/** A language is only dropped while nothing is written in it: nobody's text disappears. */
async function requireEmpty(context: Context, id: string, kept: readonly Language[]) {
  const row = await findStatement(context.database.queries, id)
  const dropped = (row?.languages ?? []).filter((language) => !kept.includes(language))
  if (dropped.length === 0) return
  const inUse = await context.rooms.read(id, (doc) =>
    dropped.find((language) => readText(doc, language).text.blocks.length > 0),
  )
  if (inUse) throw new Refusal('language-in-use', { language: inUse })
}
