/** Every refusal there is. A refusal is a fair answer to a request; anything else that goes wrong is a fault. */

/** The words for each code stand in `shared/words/`, the statuses in `server/http/statuses.ts`. */
export const refusalCodes = [
  // Anyone, anywhere
  'invalid-input',
  'not-found',
  'signed-out',
  'not-allowed',
  'wrong-origin',
  'too-many-requests',
  'too-large',
  'storage-full',
  'fault',
  // Links
  'link-unknown',
  'link-used',
  'link-expired',
  'link-revoked',
  // People and organisations
  'last-co-ordinator',
  'takes-part-elsewhere',
  'already-there',
  'organisation-in-use',
  // Statements and drafts
  'symbol-taken',
  'statement-published',
  'language-in-use',
  'draft-locked',
  'unreadable-file',
  'file-encrypted',
  'file-too-large',
  'file-empty',
  'needs-office',
  'text-too-long',
  'not-a-picture',
  'picture-too-large',
  'too-many-pictures',
  // Releases
  'not-ready-to-freeze',
  'draft-moved-on',
  'frozen-meanwhile',
  'nothing-changed',
  'not-a-candidate',
  'no-signatures',
  // Signatures
  'text-changed',
  'signing-closed',
  'already-signed',
  'already-answered',
  'not-signed',
  'second-person-needed',
  'state-changed',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** What else the reader of a refusal may need: a field and its rule, a number, a date. Never a name or a text. */
export type RefusalDetails = { [key: string]: string | number }

/** Thrown where a request is fairly refused; whoever throws it has changed nothing. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly details: RefusalDetails

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}
