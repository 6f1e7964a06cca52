/** A refusal as it arrives at the screens. */
import type { RefusalCode, RefusalDetails } from '#shared/refusals.ts'

export class Refused extends Error {
  readonly code: RefusalCode | 'unreachable'
  readonly details: RefusalDetails
  /** The number under which the server has logged a fault. */
  readonly request: string

  constructor(
    code: RefusalCode | 'unreachable',
    details: RefusalDetails = {},
    request: string = '',
  ) {
    super(code)
    this.name = 'Refused'
    this.code = code
    this.details = details
    this.request = request
  }
}

/** The refusal of anything that was thrown: what is no refusal is a fault of ours. */
export const asRefused = (thrown: unknown): Refused =>
  thrown instanceof Refused ? thrown : new Refused('fault')
