/** The statements that append to the log of drafts: each is one transaction, and on the disk when PostgreSQL answers. */
import type { ClientBinding, LogEntry } from '../domain/draft-log.ts'

/** One append at a time, over all processes: places in the log are given in the order in which they can be read. */
const appendLock = 0x6c6f6773

/**
 * Whether what the authors may do is as it was when their entries were let in. Their rows are held, so
 * that a change comes wholly before or wholly after: from its answer on nothing more is appended.
 */
const held = `held as materialized (
  select person.access_changes = asked.changes as unchanged
  from unnest($4::uuid[], $5::int[]) as asked (id, changes) join person using (id)
  for share of person
)`
const unchanged = '(select count(*) filter (where unchanged) = cardinality($4::uuid[]) from held)'

const locked = (channel: string, message: string) =>
  `locked as materialized (select pg_advisory_xact_lock(${appendLock}), pg_notify(${channel}, ${message})),`

const insertEntries = (shared: boolean) => `
with ${shared ? locked('$6', '$7') : ''}
${held}
insert into draft_update (statement_id, person_id, at, bytes)
select statement_id, person_id, now(), bytes
from unnest($1::uuid[], $2::uuid[], $3::bytea[]) with ordinality as row (statement_id, person_id, bytes, place)
${shared ? 'cross join locked' : ''}
where ${unchanged}
order by place
returning id`

/** The same for one entry of one person, as it mostly is: a quarter less work for PostgreSQL. */
const insertOne = (shared: boolean) => `
with ${shared ? locked('$5', '$6') : ''}
held as materialized (select from person where id = $2 and access_changes = $4 for share)
insert into draft_update (statement_id, person_id, at, bytes)
select $1::uuid, $2::uuid, now(), $3::bytea from held ${shared ? 'cross join locked' : ''}
returning id`

/** The same for many, with client ids that become somebody's: nothing is appended when one is somebody else's. */
const insertBound = (shared: boolean) => `
with ${shared ? locked('$9', '$10') : ''}
${held},
bound as (
  insert into draft_client as known (statement_id, client_id, person_id)
  select distinct * from unnest($6::uuid[], $7::bigint[], $8::uuid[])
  where ${unchanged}
  on conflict (statement_id, client_id) do update set person_id = known.person_id
    where known.person_id is distinct from excluded.person_id
  returning xmax <> 0 as taken
)
insert into draft_update (statement_id, person_id, at, bytes)
select statement_id, person_id, now(), bytes
from unnest($1::uuid[], $2::uuid[], $3::bytea[]) with ordinality as row (statement_id, person_id, bytes, place)
${shared ? 'cross join locked' : ''}
where not exists (select from bound where taken) and ${unchanged}
order by place
returning id`

/** Both as they are for one process, and for several on one database. */
const bothOf = (text: (shared: boolean) => string) => [text(false), text(true)] as const

const texts = { one: bothOf(insertOne), many: bothOf(insertEntries), bound: bothOf(insertBound) }

/** What appends these; the values that a shared log is told with come behind its own. */
export function appendOf(
  entries: readonly LogEntry[],
  bindings: readonly ClientBinding[],
  shared: boolean,
): { name: string; text: string; values: unknown[] } {
  const [only, ...others] = entries
  const at = shared ? 1 : 0
  if (only?.person && others.length + bindings.length === 0 && only.accessChanges !== undefined) {
    const { statement, person, bytes, accessChanges } = only
    const values = [statement, person, asBuffer(bytes), accessChanges]
    return { name: 'append-one', text: texts.one[at], values }
  }
  const values = [
    entries.map(({ statement }) => statement),
    entries.map(({ person }) => person),
    entries.map(({ bytes }) => asBuffer(bytes)),
    ...asked(entries),
  ]
  if (bindings.length === 0) return { name: 'append', text: texts.many[at], values }
  const bound = [
    bindings.map(({ statement }) => statement),
    bindings.map(({ client }) => client),
    bindings.map(({ person }) => person),
  ]
  return { name: 'append-bound', text: texts.bound[at], values: [...values, ...bound] }
}

const asBuffer = ({ buffer, byteOffset, length }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, length)

/** Whose rights must be as they were, and how often they had changed: the oldest answer for each counts. */
export function asked(entries: readonly LogEntry[]): [people: string[], changes: number[]] {
  const oldest = new Map<string, number>()
  for (const { person, accessChanges } of entries) {
    if (person === null || accessChanges === undefined) continue
    oldest.set(person, Math.min(accessChanges, oldest.get(person) ?? accessChanges))
  }
  return [[...oldest.keys()], [...oldest.values()]]
}
