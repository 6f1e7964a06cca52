/** The API of pictures: sending one, or bringing one along from another text. Where they are fetched from is no part of it: see `picturePath`. */
import * as v from 'valibot'
import { isAsset, keptPictureSchema, mostPictureBytes } from '../pictures.ts'
import { endpoint } from './endpoint.ts'

export const keepPicture = endpoint({
  name: 'keepPicture',
  method: 'POST',
  path: '/api/statements/:statement/pictures',
  summary:
    'Send a picture (PNG, JPEG, WebP, GIF or AVIF) for the text; it is drawn anew, without anything else that the file tells',
  access: { by: 'role', act: 'draft.edit', on: 'statement' },
  file: {
    type: 'application/octet-stream',
    mostBytes: mostPictureBytes,
    tooLarge: 'picture-too-large',
  },
  result: keptPictureSchema,
  refusals: ['not-a-picture', 'picture-too-large', 'too-many-pictures'],
})

export const bringPicture = endpoint({
  name: 'bringPicture',
  method: 'POST',
  path: '/api/statements/:statement/pictures/brought',
  summary:
    'Bring a picture along that was copied from another text; one that I may not see is not there',
  access: { by: 'role', act: 'draft.edit', on: 'statement' },
  body: v.object({
    asset: v.pipe(
      v.string(),
      v.check((asset) => isAsset(asset), 'form.choice'),
    ),
  }),
  result: keptPictureSchema,
  refusals: ['too-many-pictures'],
})
