/** The access decision of a draft's socket: the same as for HTTP, on the same session. [REV1] */
import type { IncomingMessage } from 'node:http'
import * as v from 'valibot'
import { idSchema } from '#shared/forms.ts'
import { Refusal } from '#shared/refusals.ts'
import { isLockedOut, mayI } from '#shared/roles.ts'
import { socketPath } from '#shared/sync/messages.ts'
import { findActor } from '../actions/people/find-actor.ts'
import type { Context } from '../context.ts'
import { requireRole } from '../domain/access.ts'
import { type Admission, addressOf } from '../sync/sockets.ts'
import type { Limits } from './limits.ts'
import type { sessionCookie } from './session-cookie.ts'
import { closeReasons } from './statuses.ts'

/** The path of a draft's socket ends in the id of its statement. */
export const isDraftSocket = (request: IncomingMessage): boolean =>
  addressOf(request).pathname.startsWith(`${socketPath}/`)

/** Decides on a socket when it opens, and again whenever roles or sessions have changed. */
export async function admitSocket(
  request: IncomingMessage,
  serving: {
    context: Context
    limits: Limits
    cookie: ReturnType<typeof sessionCookie>
  },
): Promise<Admission> {
  const { context, limits, cookie } = serving
  try {
    if (request.headers.origin !== context.publicUrl) throw new Refusal('wrong-origin')
    const statement = addressOf(request).pathname.slice(socketPath.length + 1)
    const token = cookie.readHeader(request.headers.cookie)
    const decision = await decide(context, statement, token).catch(refusedFor)
    // Only strangers are counted: behind one address a whole office may come back after a restart.
    if ('refused' in decision) await limits.count('socket', limits.addressOfSocket(request))
    return decision
  } catch (fault) {
    return refusedFor(fault)
  }
}

async function decide(
  context: Context,
  statement: string,
  token: string | undefined,
): Promise<Admission> {
  const actor = await findActor(context, token)
  const place = v.is(idSchema, statement) ? await context.callers.placeOfStatement(statement) : null
  const person = requireRole(actor, 'draft.read', place)
  return {
    statement,
    person: { id: person.id, name: person.name },
    mayEdit: place !== null && mayI(person.grants, 'draft.edit', place),
    locked: place !== null && isLockedOut(person.grants, 'draft.edit', place),
    accessChanges: person.accessChanges,
    recheck: () => decide(context, statement, token).catch(refusedFor),
  }
}

function refusedFor(fault: unknown): Admission {
  const reason = fault instanceof Refusal ? closeReasons[fault.code] : undefined
  return { refused: reason ?? 'tryLater' }
}
