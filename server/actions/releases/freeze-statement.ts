/** Freezing: a preview of the text, then exactly that text as the next candidate. [REL1] [REL2] */
import { randomUUID } from 'node:crypto'
import type { ResultOf } from '#shared/api/endpoint.ts'
import type * as api from '#shared/api/releases.ts'
import { Refusal } from '#shared/refusals.ts'
import { assetsOf } from '#shared/text/pictures-of.ts'
import type { Context } from '../../context.ts'
import type { FreezeChoices } from '../../domain/releasing.ts'
import type { Queries } from '../../store/database.ts'
import { insertReleasePictures } from '../../store/pictures.ts'
import { insertRelease, newestRelease } from '../../store/releases.ts'
import { findStatement, lockStatement, type StatementRow } from '../../store/statements.ts'
import type { Call } from '../call.ts'
import { withMissingPictures } from './carried-pictures.ts'
import { type Composed, composeFrom, documentOf } from './compose.ts'
import { describeRelease } from './list-releases.ts'

export async function previewFreeze(
  context: Context,
  { body, params }: Call<typeof api.previewFreeze>,
): Promise<ResultOf<typeof api.previewFreeze>> {
  const { queries } = context.database
  const statement = await findStatement(queries, params.statement)
  if (!statement) throw new Refusal('not-found')
  const newest = await newestRelease(queries, statement.id)
  const read = await context.rooms.read(statement.id, (doc, position) => ({
    position: String(position),
    composed: composeFrom(doc, statement, body),
  }))
  const composed = await withMissingPictures(queries, statement.id, read.composed)
  const { release, fingerprint, problems } = composed
  const number = (newest?.number ?? 0) + 1
  return { number, position: read.position, fingerprint, release, problems }
}

/**
 * The text is taken from the draft's log at the place that the preview reached, so that drafters may
 * go on typing meanwhile; its fingerprint must be the one that was looked at.
 */
export async function freezeStatement(
  context: Context,
  { actor, body, params }: Call<typeof api.freezeStatement>,
): Promise<ResultOf<typeof api.freezeStatement>> {
  const stored = await context.draftLog.load(params.statement, BigInt(body.position))
  const doc = documentOf(stored)
  try {
    return await context.database.transaction(async (queries) => {
      const statement = await lockStatement(queries, params.statement)
      if (!statement) throw new Refusal('not-found')
      const composed = await withMissingPictures(
        queries,
        statement.id,
        composeFrom(doc, statement, body),
      )
      await requireFreezable(queries, statement, composed, body)
      const id = randomUUID()
      await insertRelease(queries, {
        id,
        statementId: statement.id,
        number: body.number,
        fingerprint: composed.fingerprint,
        canonical: composed.json,
        frozenAt: context.clock.now(),
        frozenBy: actor.id,
      })
      const assets = assetsOf(composed.release.texts)
      await insertReleasePictures(queries, id, statement.id, assets)
      return describeRelease(queries, id)
    })
  } finally {
    doc.destroy()
  }
}

async function requireFreezable(
  queries: Queries,
  statement: StatementRow,
  composed: Composed,
  wanted: FreezeChoices & { fingerprint: string; number: number },
) {
  const newest = await newestRelease(queries, statement.id)
  if (newest?.fingerprint === composed.fingerprint) {
    throw new Refusal('nothing-changed', { number: newest.number })
  }
  if (wanted.number !== (newest?.number ?? 0) + 1) throw new Refusal('frozen-meanwhile')
  if (composed.fingerprint !== wanted.fingerprint) throw new Refusal('draft-moved-on')
  const [problem] = composed.problems
  if (problem) {
    throw new Refusal('not-ready-to-freeze', {
      problem: problem.code,
      language: problem.language,
      count: composed.problems.length,
    })
  }
}
