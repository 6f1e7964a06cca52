/** Who was invited, opened, signed, declined: the co-ordinator's view of the newest release. [SIGN11] */
import type { ResultOf } from '#shared/api/endpoint.ts'
import type { listAnswers as endpoint } from '#shared/api/signatures.ts'
import type { Answer } from '#shared/signatures.ts'
import type { Context } from '../../context.ts'
import type { LinkState } from '../../domain/links.ts'
import { namesOf } from '../../store/people.ts'
import { newestRelease } from '../../store/releases.ts'
import type { Call } from '../call.ts'
import { describeRelease } from '../releases/list-releases.ts'
import { type AnswerRows, answersTo } from './answers.ts'
import { describeSignature } from './describe.ts'

export async function listAnswers(
  context: Context,
  { actor, params }: Call<typeof endpoint>,
): Promise<ResultOf<typeof endpoint>> {
  const { queries } = context.database
  const newest = await newestRelease(queries, params.statement)
  if (!newest) return { release: null, answers: [] }
  const rows = await answersTo(queries, newest)
  const people = rows.flatMap(({ steps }) => steps.flatMap(({ by }) => (by ? [by] : [])))
  const names = await namesOf(queries, people)
  const now = context.clock.now()
  return {
    release: await describeRelease(queries, newest.id),
    answers: rows.map((row) => describe(row, names, actor.id, now)),
  }
}

function describe(
  { organisation, links, standing, steps, signed }: AnswerRows,
  names: Map<string, string>,
  reader: string,
  now: Date,
): Answer {
  const link = links.find((one) => works(one, now))
  const { id, country, website } = organisation
  return {
    organisation: { id, names: organisation.names, country, website },
    state: standing.state,
    since: (standing.since ?? links.at(-1)?.createdAt ?? now).toISOString(),
    invitation: link ? { id: link.invitationId, expiresAt: link.expiresAt.toISOString() } : null,
    signature: signed ? describeSignature(signed.signature, standing) : null,
    mayCheck: signed !== null && signed.linkMaker !== reader,
    history: steps.map(({ step, at, by }) => ({
      step,
      at: at.toISOString(),
      by: by ? (names.get(by) ?? '') : null,
    })),
  }
}

const works = ({ expiresAt, revokedAt }: LinkState, now: Date) => !revokedAt && expiresAt > now
