/** How every invited organisation answers a release: its links, its steps, its signature. */
import type { AdmittedSignature } from '../../domain/roster.ts'
import { type Standing, standingOf } from '../../domain/signing.ts'
import type { Queries } from '../../store/database.ts'
import type { ReleaseRow } from '../../store/releases.ts'
import {
  invitedOrganisations,
  signaturesOf,
  signedEarlier,
  stepsOf,
} from '../../store/signatures.ts'

type Invited = Awaited<ReturnType<typeof invitedOrganisations>>[number]
type Signed = Awaited<ReturnType<typeof signaturesOf>>[number]
type StepRow = Awaited<ReturnType<typeof stepsOf>>[number]

export type AnswerRows = {
  organisation: Invited['organisation']
  /** The links that were made for it, the oldest first. */
  links: Invited[]
  steps: StepRow[]
  standing: Standing
  signed: Signed | null
}

/** The answers to one release, in the order in which the organisations were first invited. */
export async function answersTo(
  queries: Queries,
  release: Pick<ReleaseRow, 'id' | 'statementId' | 'number'>,
): Promise<AnswerRows[]> {
  const invited = await invitedOrganisations(queries, release.statementId)
  const steps = await stepsOf(queries, release.id)
  const signatures = await signaturesOf(queries, release.id)
  const earlier = await signedEarlier(queries, release.statementId, release.number)
  const organisations = new Map(invited.map(({ organisation }) => [organisation.id, organisation]))
  return [...organisations.values()].map((organisation) => {
    const own = steps.filter(({ organisationId }) => organisationId === organisation.id)
    return {
      organisation,
      links: invited.filter((row) => row.organisation.id === organisation.id),
      steps: own,
      standing: standingOf(own, earlier.has(organisation.id)),
      signed:
        signatures.find(({ signature }) => signature.organisationId === organisation.id) ?? null,
    }
  })
}

/** The admitted signatures of a release, as the roster is made from them. */
export async function admittedTo(
  queries: Queries,
  release: Pick<ReleaseRow, 'id' | 'statementId' | 'number'>,
): Promise<AdmittedSignature[]> {
  const answers = await answersTo(queries, release)
  return answers.flatMap(({ signed, standing }) => {
    if (!signed || standing.state !== 'admitted') return []
    const { names, country, representative, title } = signed.signature
    const { basis, visibility } = standing
    return [{ organisation: { names, country }, representative, title, basis, visibility }]
  })
}
