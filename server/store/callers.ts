/**
 * Who calls, and which statement for: what every request and every socket asks first. After a restart
 * everybody comes back at one moment, so these are one statement for all of them, and a prepared one.
 */
import type pg from 'pg'
import type { Grant, Place } from '#shared/roles.ts'
import { together } from './together.ts'

/** A session that has not ended, its person, and what that person may do. */
type Session = {
  id: string
  expiresAt: Date
  personId: string
  name: string
  accessChanges: number
  grants: Grant[]
}

export type Callers = {
  /** The session that has a token of this hash and has not ended by now. */
  session(asked: { tokenHash: Uint8Array; now: Date }): Promise<Session | null>
  /** The place of a statement; null when there is no such statement. */
  placeOfStatement(id: string): Promise<Place | null>
}

export const callersOf = (pool: pg.Pool): Callers => ({
  session: together(async (asked) => {
    const hashes = asked.map(({ tokenHash }) => Buffer.from(tokenHash))
    const moments = asked.map(({ now }) => now)
    const { rows } = await pool.query<Session & { at: string }>({
      ...findSessions,
      values: [hashes, moments],
    })
    const found = new Map(rows.map(({ at, ...session }) => [Number(at), session]))
    return asked.map((_, at) => found.get(at + 1) ?? null)
  }),
  placeOfStatement: together(async (ids) => {
    const { rows } = await pool.query<Place>({
      ...findStatements,
      values: [[...new Set(ids)]],
    })
    const places = new Map(rows.map((place) => [place.statement, place]))
    return ids.map((id) => places.get(id) ?? null)
  }),
})

const findSessions = {
  name: 'find-sessions',
  text: `
select asked.at, session.id, session.expires_at as "expiresAt",
  person.id as "personId", person.name, person.access_changes as "accessChanges",
  (select coalesce(json_agg(json_build_object(
      'coalition', coalition_id, 'statement', statement_id, 'role', role)), '[]')
    from person_role where person_role.person_id = person.id) as grants
from unnest($1::bytea[], $2::timestamptz[]) with ordinality as asked (token_hash, now, at)
join session on session.token_hash = asked.token_hash and session.expires_at > asked.now
join person on person.id = session.person_id`,
}

const findStatements = {
  name: 'find-statements',
  text: `
select id as statement, coalition_id as coalition, locked_at is not null as locked
from statement where id = any($1::uuid[])`,
}
