/** Begins a session for a person in the browser that called. */
import { randomUUID } from 'node:crypto'
import { linkLife } from '#shared/people.ts'
import { endOf } from '../../domain/links.ts'
import type { Queries } from '../../store/database.ts'
import { insertSession } from '../../store/people.ts'
import { newToken } from '../../tokens.ts'

/** Returns what the browser is to keep, once the transaction has succeeded. */
export async function startSession(queries: Queries, personId: string, now: Date) {
  const { token, hash } = newToken()
  const expiresAt = endOf(linkLife.session, now)
  await insertSession(queries, { id: randomUUID(), personId, tokenHash: hash, expiresAt })
  return { token, expiresAt }
}
