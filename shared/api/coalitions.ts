/** The API of coalitions and their organisations. */
import * as v from 'valibot'
import { coalitionFields, coalitionSchema } from '../coalitions.ts'
import { organisationFields, organisationSchema } from '../organisations.ts'
import { endpoint } from './endpoint.ts'

export const seeCoalition = endpoint({
  name: 'seeCoalition',
  method: 'GET',
  path: '/api/coalitions/:coalition',
  summary: 'A coalition: its names and languages',
  access: { by: 'role', act: 'coalition.see', on: 'coalition' },
  result: coalitionSchema,
})

export const changeCoalition = endpoint({
  name: 'changeCoalition',
  method: 'PATCH',
  path: '/api/coalitions/:coalition',
  summary: 'Change the names and languages of a coalition',
  access: { by: 'role', act: 'people.manage', on: 'coalition' },
  body: v.object(coalitionFields),
  result: coalitionSchema,
})

export const listOrganisations = endpoint({
  name: 'listOrganisations',
  method: 'GET',
  path: '/api/coalitions/:coalition/organisations',
  summary: 'The organisations of a coalition',
  access: { by: 'role', act: 'organisations.see', on: 'coalition' },
  result: v.array(organisationSchema),
})

export const addOrganisation = endpoint({
  name: 'addOrganisation',
  method: 'POST',
  path: '/api/coalitions/:coalition/organisations',
  summary: 'Add an organisation',
  access: { by: 'role', act: 'organisations.manage', on: 'coalition' },
  body: v.object(organisationFields),
  result: organisationSchema,
  refusals: ['already-there'],
})

export const changeOrganisation = endpoint({
  name: 'changeOrganisation',
  method: 'PATCH',
  path: '/api/organisations/:organisation',
  summary: 'Change the names, country or web site of an organisation',
  access: { by: 'role', act: 'organisations.manage', on: 'organisation' },
  body: v.object(organisationFields),
  result: organisationSchema,
  refusals: ['already-there'],
})

export const removeOrganisation = endpoint({
  name: 'removeOrganisation',
  method: 'DELETE',
  path: '/api/organisations/:organisation',
  summary: 'Remove an organisation that was never invited to sign',
  access: { by: 'role', act: 'organisations.manage', on: 'organisation' },
  result: v.object({}),
  refusals: ['organisation-in-use'],
})
