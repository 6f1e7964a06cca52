/** The API of people: the first one, sessions, invitations and roles. */
import * as v from 'valibot'
import { coalitionFields, coalitionSchema } from '../coalitions.ts'
import { idSchema, languageSchema, localised, tokenSchema } from '../forms.ts'
import {
  grantSchema,
  invitationSchema,
  linkSchema,
  participantSchema,
  personNameSchema,
  personSchema,
  roleSchema,
} from '../people.ts'
import { endpoint } from './endpoint.ts'

const nothing = v.object({})

export const seeMe = endpoint({
  name: 'seeMe',
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in, with the coalitions and roles of that person; null for a stranger',
  access: { by: 'anyone' },
  result: v.object({
    person: v.nullable(personSchema),
    coalitions: v.array(coalitionSchema),
    grants: v.array(grantSchema),
  }),
})

export const renameMe = endpoint({
  name: 'renameMe',
  method: 'PATCH',
  path: '/api/me',
  summary: 'Change the name that others see',
  access: { by: 'person' },
  body: v.object({ name: personNameSchema }),
  result: personSchema,
})

export const claimCoalition = endpoint({
  name: 'claimCoalition',
  method: 'POST',
  path: '/api/claims',
  summary: 'Use the link that the console printed: found a coalition and become its co-ordinator',
  access: { by: 'anyone' },
  body: v.object({
    token: tokenSchema,
    name: personNameSchema,
    coalition: v.object(coalitionFields),
  }),
  result: v.object({ coalition: idSchema }),
  refusals: ['link-unknown', 'link-used', 'link-expired'],
})

export const lookAtClaim = endpoint({
  name: 'lookAtClaim',
  method: 'POST',
  path: '/api/claims/look',
  summary: 'Whether a founding link still works; uses nothing up',
  access: { by: 'anyone' },
  body: v.object({ token: tokenSchema }),
  result: nothing,
  refusals: ['link-unknown', 'link-used', 'link-expired'],
})

export const lookAtInvitation = endpoint({
  name: 'lookAtInvitation',
  method: 'POST',
  path: '/api/invitations/look',
  summary: 'What an invitation leads to; uses nothing up',
  access: { by: 'anyone' },
  body: v.object({ token: tokenSchema }),
  result: v.object({
    coalition: localised(120),
    role: roleSchema,
    /** The titles of the single statement that it opens; null for the whole coalition. */
    statement: v.nullable(v.record(languageSchema, v.string())),
  }),
  refusals: ['link-unknown', 'link-used', 'link-expired', 'link-revoked'],
})

export const acceptInvitation = endpoint({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/api/invitations/accept',
  summary: 'Use an invitation: come in under a name, or (when signed in) take the role it gives',
  access: { by: 'anyone' },
  body: v.object({ token: tokenSchema, name: v.optional(personNameSchema) }),
  result: v.object({ coalition: idSchema, statement: v.nullable(idSchema) }),
  refusals: ['link-unknown', 'link-used', 'link-expired', 'link-revoked'],
})

export const lookAtSignIn = endpoint({
  name: 'lookAtSignIn',
  method: 'POST',
  path: '/api/sign-in/look',
  summary: 'Whom a sign-in link brings back; uses nothing up',
  access: { by: 'anyone' },
  body: v.object({ token: tokenSchema }),
  result: v.object({ name: v.string() }),
  refusals: ['link-unknown', 'link-used', 'link-expired', 'link-revoked'],
})

export const signIn = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/api/sign-in',
  summary: 'Use a sign-in link: a session on this device for the person it was made for',
  access: { by: 'anyone' },
  body: v.object({ token: tokenSchema }),
  result: personSchema,
  refusals: ['link-unknown', 'link-used', 'link-expired', 'link-revoked'],
})

export const makeMySignInLink = endpoint({
  name: 'makeMySignInLink',
  method: 'POST',
  path: '/api/me/sign-in-links',
  summary: 'A link that signs me in on another device, once',
  access: { by: 'person' },
  result: linkSchema,
})

export const signOut = endpoint({
  name: 'signOut',
  method: 'POST',
  path: '/api/sign-out',
  summary: 'End this session, or with `everywhere` all of mine',
  access: { by: 'person' },
  body: v.object({ everywhere: v.boolean() }),
  result: nothing,
})

export const listPeople = endpoint({
  name: 'listPeople',
  method: 'GET',
  path: '/api/coalitions/:coalition/people',
  summary: 'Who takes part in a coalition, and which invitations are open',
  access: { by: 'role', act: 'people.see', on: 'coalition' },
  result: v.object({
    people: v.array(participantSchema),
    invitations: v.array(invitationSchema),
  }),
})

export const invitePerson = endpoint({
  name: 'invitePerson',
  method: 'POST',
  path: '/api/coalitions/:coalition/invitations',
  summary: 'An invitation to hand over: a role in the coalition, or on one statement of it',
  access: { by: 'role', act: 'people.manage', on: 'coalition' },
  body: v.object({ role: roleSchema, statement: v.nullable(idSchema) }),
  result: v.object({ ...linkSchema.entries, id: idSchema }),
})

export const revokeInvitation = endpoint({
  name: 'revokeInvitation',
  method: 'DELETE',
  path: '/api/invitations/:invitation',
  summary: 'Take back an invitation that nobody has used',
  access: { by: 'role', act: 'people.manage', on: 'invitation' },
  result: nothing,
  refusals: ['link-used'],
})

export const changeRole = endpoint({
  name: 'changeRole',
  method: 'PATCH',
  path: '/api/coalitions/:coalition/people/:person',
  summary: 'Give a participant another role in the whole coalition',
  access: { by: 'role', act: 'people.manage', on: 'coalition' },
  body: v.object({ role: roleSchema }),
  result: nothing,
  refusals: ['last-co-ordinator'],
})

export const removePerson = endpoint({
  name: 'removePerson',
  method: 'DELETE',
  path: '/api/coalitions/:coalition/people/:person',
  summary: 'Take away all roles of a participant in the coalition and its statements, at once',
  access: { by: 'role', act: 'people.manage', on: 'coalition' },
  result: nothing,
  refusals: ['last-co-ordinator'],
})

export const makeSignInLink = endpoint({
  name: 'makeSignInLink',
  method: 'POST',
  path: '/api/coalitions/:coalition/people/:person/sign-in-links',
  summary: 'A link that brings a participant back in, once; ends the sessions that were open',
  access: { by: 'role', act: 'people.manage', on: 'coalition' },
  result: linkSchema,
  refusals: ['takes-part-elsewhere'],
})
