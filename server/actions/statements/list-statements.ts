/** Statements as lists show them. */
import type { ResultOf } from '#shared/api/endpoint.ts'
import type * as api from '#shared/api/statements.ts'
import { Refusal } from '#shared/refusals.ts'
import { mayI } from '#shared/roles.ts'
import type { Statement } from '#shared/statements.ts'
import type { Context } from '../../context.ts'
import { stageOf } from '../../domain/releasing.ts'
import type { Queries } from '../../store/database.ts'
import { releasesOf } from '../../store/releases.ts'
import { isInvited } from '../../store/signatures.ts'
import { findStatement, type StatementRow, statementsOf } from '../../store/statements.ts'
import type { Call } from '../call.ts'

export async function listStatements(
  context: Context,
  { actor, params }: Call<typeof api.listStatements>,
): Promise<ResultOf<typeof api.listStatements>> {
  const { queries } = context.database
  const rows = await statementsOf(queries, params.coalition)
  const visible = rows.filter(({ id }) =>
    mayI(actor.grants, 'statement.see', { coalition: params.coalition, statement: id }),
  )
  return Promise.all(visible.map((row) => describeStatement(queries, row)))
}

export async function seeStatement(
  context: Context,
  { params }: Call<typeof api.seeStatement>,
): Promise<ResultOf<typeof api.seeStatement>> {
  const row = await findStatement(context.database.queries, params.statement)
  if (!row) throw new Refusal('not-found')
  return describeStatement(context.database.queries, row)
}

/** A statement's row with what its releases say of it. */
export async function describeStatement(queries: Queries, row: StatementRow): Promise<Statement> {
  const releases = await releasesOf(queries, row.id)
  const [newest] = releases
  const invited = newest ? await isInvited(queries, row.id) : false
  return {
    id: row.id,
    coalition: row.coalitionId,
    slug: row.slug,
    symbol: row.symbol,
    kind: row.kind,
    languages: row.languages,
    addressees: row.addressees,
    titles: row.titles,
    stage: stageOf(newest ? { ...newest, invited } : null),
    releases: newest?.number ?? 0,
    published: releases.some(({ publishedAt }) => publishedAt !== null),
    locked: row.lockedAt !== null,
    changedAt: row.changedAt.toISOString(),
  }
}
