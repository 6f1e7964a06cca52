/** The API of pictures: sending one. Where they are fetched from is no part of it: see `picturePath`. */
import { keptPictureSchema, mostPictureBytes } from '../pictures.ts'
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
