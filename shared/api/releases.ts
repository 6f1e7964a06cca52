/** The API of releases: look, freeze, publish. */
import * as v from 'valibot'
import { fingerprintSchema } from '../forms.ts'
import {
  canonicalReleaseSchema,
  freezeChoices,
  freezePreviewSchema,
  releaseSchema,
} from '../releases.ts'
import { endpoint } from './endpoint.ts'

export const previewFreeze = endpoint({
  name: 'previewFreeze',
  method: 'POST',
  path: '/api/statements/:statement/releases/preview',
  summary: 'The text as it would be frozen now, its fingerprint, and what stands in the way',
  access: { by: 'role', act: 'release.freeze', on: 'statement' },
  body: v.object(freezeChoices),
  result: freezePreviewSchema,
})

export const freezeStatement = endpoint({
  name: 'freezeStatement',
  method: 'POST',
  path: '/api/statements/:statement/releases',
  summary: 'Freeze exactly the text of a preview as the next candidate',
  access: { by: 'role', act: 'release.freeze', on: 'statement' },
  body: v.object({
    ...freezeChoices,
    number: v.number(),
    position: v.pipe(v.string(), v.digits('form.id'), v.maxLength(18, 'form.id')),
    fingerprint: fingerprintSchema,
  }),
  result: releaseSchema,
  refusals: ['not-ready-to-freeze', 'draft-moved-on', 'frozen-meanwhile', 'nothing-changed'],
})

export const listReleases = endpoint({
  name: 'listReleases',
  method: 'GET',
  path: '/api/statements/:statement/releases',
  summary: 'The releases of a statement, the newest first',
  access: { by: 'role', act: 'release.see', on: 'statement' },
  result: v.array(releaseSchema),
})

export const seeRelease = endpoint({
  name: 'seeRelease',
  method: 'GET',
  path: '/api/releases/:release',
  summary: 'One release with its text in canonical form',
  access: { by: 'role', act: 'release.see', on: 'release' },
  result: v.object({ ...releaseSchema.entries, text: canonicalReleaseSchema }),
})

export const publishRelease = endpoint({
  name: 'publishRelease',
  method: 'POST',
  path: '/api/releases/:release/publish',
  summary: 'Publish the open candidate behind its permalink',
  access: { by: 'role', act: 'release.publish', on: 'release' },
  body: v.object({ fingerprint: fingerprintSchema }),
  result: v.object({ ...releaseSchema.entries, permalink: v.string() }),
  refusals: ['not-a-candidate', 'no-signatures', 'text-changed'],
})
