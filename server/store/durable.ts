/** What every connection of the program insists on: PostgreSQL answers a commit only when it is on the disk. [DRAFT2] */
import type pg from 'pg'
import { CannotRun } from './cannot-run.ts'

/**
 * Has commits of this session wait for the disk, whatever the server or the database is set to; what
 * waits for more, such as a standby, stays. Throws `CannotRun` when the server flushes nothing at all.
 */
export async function requireDurable(client: Pick<pg.ClientBase, 'query'>): Promise<void> {
  const { rows } = await client.query<{ fsync: string }>(
    `select current_setting('fsync') as fsync, set_config('synchronous_commit',
       coalesce(nullif(current_setting('synchronous_commit'), 'off'), 'on'), false)`,
  )
  if (rows[0]?.fsync === 'on') return
  throw new CannotRun(
    'PostgreSQL is set to fsync = off: what it calls stored is gone when the power fails. ' +
      'Set fsync = on in its postgresql.conf, and restart it.',
  )
}
