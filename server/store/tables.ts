/** The tables as TypeScript sees them. The migrations make them; a test holds the two together. */
import {
  bigint,
  boolean,
  customType,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Country } from '#shared/language/countries.ts'
import type { Language, Localised } from '#shared/language/languages.ts'
import type { Role } from '#shared/roles.ts'
import type { MandateBasis, SignatureStep, Visibility } from '#shared/signatures.ts'
import type { StatementKind } from '#shared/statements.ts'

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
})
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const log = (name: string) => bigint(name, { mode: 'bigint' })

export const coalition = pgTable('coalition', {
  id: uuid('id').primaryKey(),
  names: jsonb('names').$type<Localised>().notNull(),
  languages: text('languages').array().$type<Language[]>().notNull(),
  createdAt: moment('created_at').notNull(),
})

export const person = pgTable('person', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: moment('created_at').notNull(),
  accessChanges: integer('access_changes').notNull().default(0),
})

export const session = pgTable('session', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull(),
  tokenHash: bytes('token_hash').notNull(),
  expiresAt: moment('expires_at').notNull(),
})

export const claim = pgTable('claim', {
  id: uuid('id').primaryKey(),
  tokenHash: bytes('token_hash').notNull(),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
})

export const signInLink = pgTable('sign_in_link', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull(),
  tokenHash: bytes('token_hash').notNull(),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
  revokedAt: moment('revoked_at'),
})

export const statement = pgTable('statement', {
  id: uuid('id').primaryKey(),
  coalitionId: uuid('coalition_id').notNull(),
  symbol: text('symbol').notNull(),
  slug: text('slug').notNull(),
  kind: text('kind').$type<StatementKind>().notNull(),
  languages: text('languages').array().$type<Language[]>().notNull(),
  addressees: jsonb('addressees').$type<{ [language in Language]?: string[] }>().notNull(),
  titles: jsonb('titles').$type<Localised>().notNull(),
  createdAt: moment('created_at').notNull(),
  changedAt: moment('changed_at').notNull(),
  lockedAt: moment('locked_at'),
})

export const personRole = pgTable('person_role', {
  coalitionId: uuid('coalition_id').notNull(),
  personId: uuid('person_id').notNull(),
  statementId: uuid('statement_id'),
  role: text('role').$type<Role>().notNull(),
})

export const invitation = pgTable('invitation', {
  id: uuid('id').primaryKey(),
  coalitionId: uuid('coalition_id').notNull(),
  statementId: uuid('statement_id'),
  role: text('role').$type<Role>().notNull(),
  tokenHash: bytes('token_hash').notNull(),
  createdAt: moment('created_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
  revokedAt: moment('revoked_at'),
})

export const organisation = pgTable('organisation', {
  id: uuid('id').primaryKey(),
  coalitionId: uuid('coalition_id').notNull(),
  names: jsonb('names').$type<Localised>().notNull(),
  country: text('country').$type<Country>().notNull(),
  website: text('website'),
  createdAt: moment('created_at').notNull(),
})

export const draftUpdate = pgTable('draft_update', {
  id: log('id').primaryKey().generatedAlwaysAsIdentity(),
  statementId: uuid('statement_id').notNull(),
  personId: uuid('person_id'),
  at: moment('at').notNull(),
  bytes: bytes('bytes').notNull(),
})

export const draftSnapshot = pgTable('draft_snapshot', {
  statementId: uuid('statement_id').notNull(),
  position: log('position').notNull(),
  bytes: bytes('bytes').notNull(),
  stateVector: bytes('state_vector'),
  deflated: boolean('deflated').notNull(),
})

export const draftHistory = pgTable('draft_history', {
  statementId: uuid('statement_id').notNull(),
  first: log('first').notNull(),
  last: log('last').notNull(),
  since: moment('since').notNull(),
  until: moment('until').notNull(),
  bytes: bytes('bytes').notNull(),
})

export const draftClient = pgTable('draft_client', {
  statementId: uuid('statement_id').notNull(),
  clientId: log('client_id').notNull(),
  personId: uuid('person_id'),
})

export const release = pgTable('release', {
  id: uuid('id').primaryKey(),
  statementId: uuid('statement_id').notNull(),
  number: integer('number').notNull(),
  fingerprint: text('fingerprint').notNull(),
  canonical: text('canonical').notNull(),
  frozenAt: moment('frozen_at').notNull(),
  frozenBy: uuid('frozen_by').notNull(),
})

export const releaseEvent = pgTable('release_event', {
  id: log('id').primaryKey().generatedAlwaysAsIdentity(),
  releaseId: uuid('release_id').notNull(),
  event: text('event').$type<'published'>().notNull(),
  at: moment('at').notNull(),
  by: uuid('by').notNull(),
})

export const picture = pgTable('picture', {
  statementId: uuid('statement_id').notNull(),
  asset: text('asset').notNull(),
  type: text('type').$type<'image/jpeg' | 'image/png'>().notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  bytes: bytes('bytes').notNull(),
  keptAt: moment('kept_at').notNull(),
})

export const releasePicture = pgTable('release_picture', {
  releaseId: uuid('release_id').notNull(),
  statementId: uuid('statement_id').notNull(),
  asset: text('asset').notNull(),
})

export const signingKey = pgTable('signing_key', {
  coalitionId: uuid('coalition_id').primaryKey(),
  publicKey: bytes('public_key').notNull(),
  secretKey: bytes('secret_key').notNull(),
  keyId: bytes('key_id').notNull(),
  createdAt: moment('created_at').notNull(),
})

export const signingInvitation = pgTable('signing_invitation', {
  id: uuid('id').primaryKey(),
  statementId: uuid('statement_id').notNull(),
  organisationId: uuid('organisation_id').notNull(),
  tokenHash: bytes('token_hash').notNull(),
  createdAt: moment('created_at').notNull(),
  createdBy: uuid('created_by').notNull(),
  expiresAt: moment('expires_at').notNull(),
  revokedAt: moment('revoked_at'),
})

export const signature = pgTable('signature', {
  id: uuid('id').primaryKey(),
  releaseId: uuid('release_id').notNull(),
  organisationId: uuid('organisation_id').notNull(),
  invitationId: uuid('invitation_id').notNull(),
  names: jsonb('names').$type<Localised>().notNull(),
  country: text('country').$type<Country>().notNull(),
  fingerprint: text('fingerprint').notNull(),
  language: text('language').$type<Language>().notNull(),
  representative: text('representative').notNull(),
  title: text('title').notNull(),
  signedAt: moment('signed_at').notNull(),
  endedAt: moment('ended_at'),
})

export const signatureEvent = pgTable('signature_event', {
  id: log('id').primaryKey().generatedAlwaysAsIdentity(),
  releaseId: uuid('release_id').notNull(),
  organisationId: uuid('organisation_id').notNull(),
  signatureId: uuid('signature_id'),
  step: text('step').$type<SignatureStep>().notNull(),
  visibility: text('visibility').$type<Visibility>(),
  basis: text('basis').$type<MandateBasis>(),
  at: moment('at').notNull(),
  by: uuid('by'),
})
