/** The one table from refusals to HTTP statuses and to the close codes of sockets. */
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { RefusalCode } from '#shared/refusals.ts'
import type { CloseReason } from '#shared/sync/close-codes.ts'

export const statuses: Record<RefusalCode, ContentfulStatusCode> = {
  'invalid-input': 422,
  'not-found': 404,
  'signed-out': 401,
  'not-allowed': 403,
  'wrong-origin': 403,
  'too-many-requests': 429,
  'too-large': 413,
  'storage-full': 507,
  fault: 500,

  'link-unknown': 404,
  'link-used': 410,
  'link-expired': 410,
  'link-revoked': 410,

  'last-co-ordinator': 409,
  'takes-part-elsewhere': 403,
  'already-there': 409,
  'organisation-in-use': 409,

  'symbol-taken': 409,
  'statement-published': 409,
  'language-in-use': 409,
  'draft-locked': 409,
  'unreadable-file': 422,
  'file-encrypted': 422,
  'file-too-large': 413,
  'file-empty': 422,
  'needs-office': 422,
  'text-too-long': 413,
  'not-a-picture': 422,
  'picture-too-large': 413,
  'too-many-pictures': 409,

  'not-ready-to-freeze': 409,
  'draft-moved-on': 409,
  'frozen-meanwhile': 409,
  'nothing-changed': 409,
  'not-a-candidate': 409,
  'no-signatures': 409,

  'text-changed': 409,
  'signing-closed': 409,
  'already-signed': 409,
  'already-answered': 409,
  'not-signed': 409,
  'second-person-needed': 403,
  'state-changed': 409,
}

/** How a socket ends that was refused for this reason; any other refusal ends it for now. */
export const closeReasons: Partial<Record<RefusalCode, CloseReason>> = {
  'signed-out': 'signedOut',
  'not-allowed': 'notAllowed',
  'wrong-origin': 'notAllowed',
  'not-found': 'notFound',
  'too-many-requests': 'tooMany',
}
