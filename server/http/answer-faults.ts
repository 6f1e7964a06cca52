/** What a request is answered when it is refused, or when something went wrong. */
import type { Context as HonoContext } from 'hono'
import { Refusal } from '#shared/refusals.ts'
import type { Log } from '../log.ts'
import { isFull } from '../store/database.ts'
import { statuses } from './statuses.ts'

/** A refusal goes out as it is; everything else is logged under the request's id, which is all that goes out. */
export function answerFault(c: HonoContext, fault: unknown, log: Log): Response {
  const request = c.get('requestId')
  const refusal = asRefusal(fault)
  if (refusal === null) log.error({ request, fault }, 'fault')
  const { code, details } = refusal ?? new Refusal('fault')
  if (typeof details.seconds === 'number') c.header('Retry-After', String(details.seconds))
  return c.json({ refusal: code, details, request }, statuses[code])
}

function asRefusal(fault: unknown): Refusal | null {
  if (fault instanceof Refusal) return fault
  return isFull(fault) ? new Refusal('storage-full') : null
}
