/** The organisations of a coalition: listed, added, changed, removed. */
import { randomUUID } from 'node:crypto'
import type * as api from '#shared/api/coalitions.ts'
import type { ResultOf } from '#shared/api/endpoint.ts'
import type { Organisation } from '#shared/organisations.ts'
import { Refusal } from '#shared/refusals.ts'
import type { Context } from '../../context.ts'
import {
  deleteOrganisation,
  findOrganisation,
  insertOrganisation,
  organisationsOf,
  updateOrganisation,
} from '../../store/coalitions.ts'
import type { Queries } from '../../store/database.ts'
import { isInUse } from '../../store/signatures.ts'
import type { Call } from '../call.ts'

export async function listOrganisations(
  context: Context,
  { params }: Call<typeof api.listOrganisations>,
): Promise<ResultOf<typeof api.listOrganisations>> {
  return organisationsOf(context.database.queries, params.coalition)
}

export async function addOrganisation(
  context: Context,
  { body, params }: Call<typeof api.addOrganisation>,
): Promise<ResultOf<typeof api.addOrganisation>> {
  const id = randomUUID()
  await context.database.transaction(async (queries) => {
    await requireNewName(queries, params.coalition, { id, ...body })
    await insertOrganisation(queries, {
      id,
      coalitionId: params.coalition,
      ...body,
      createdAt: context.clock.now(),
    })
  })
  return { id, ...body }
}

export async function changeOrganisation(
  context: Context,
  { body, params, place }: Call<typeof api.changeOrganisation>,
): Promise<ResultOf<typeof api.changeOrganisation>> {
  const id = params.organisation
  await context.database.transaction(async (queries) => {
    await requireNewName(queries, place.coalition, { id, ...body })
    await updateOrganisation(queries, id, body)
  })
  return { id, ...body }
}

export async function removeOrganisation(
  context: Context,
  { params }: Call<typeof api.removeOrganisation>,
): Promise<ResultOf<typeof api.removeOrganisation>> {
  await context.database.transaction(async (queries) => {
    if (!(await findOrganisation(queries, params.organisation))) throw new Refusal('not-found')
    if (await isInUse(queries, params.organisation)) throw new Refusal('organisation-in-use')
    await deleteOrganisation(queries, params.organisation)
  })
  return {}
}

/** Two organisations of one country and one name would be one organisation that signs twice. [SIGN2] */
async function requireNewName(queries: Queries, coalition: string, wanted: Organisation) {
  const others = await organisationsOf(queries, coalition)
  const names = new Set(Object.values(wanted.names).map(folded))
  const twin = others.find(
    (other) =>
      other.id !== wanted.id &&
      other.country === wanted.country &&
      Object.values(other.names).some((name) => names.has(folded(name))),
  )
  if (twin) throw new Refusal('already-there')
}

const folded = (name: string) => name.toLocaleLowerCase('ru').replace(/[\s«»“”"'’.,-]+/g, '')
