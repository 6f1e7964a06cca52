/** The doors of our own server: a coalition that is founded once, and statements made through the API. */
import pg from 'pg'
import { runningPostgres } from '#server/store/embedded-postgres.ts'
import { claimCoalition } from '#shared/api/people.ts'
import { startStatement } from '#shared/api/statements.ts'
import { handshake, socketPath } from '#shared/sync/messages.ts'
import { schemaVersion } from '#shared/text/schema.ts'
import { Browser, tokenOf } from '../support/browser.ts'
import type { ServerProcess } from './server-process.ts'
import type { Doors } from './targets.ts'

/** Founds the coalition, on a server without one. */
export async function openOurs(server: ServerProcess): Promise<Doors> {
  const token = tokenOf(await server.hears(/\S+\/start#\S+/))
  const browser = new Browser(originOf(server))
  const { coalition } = await browser.call(claimCoalition, {
    body: {
      token,
      name: 'Айгүл',
      coalition: { names: { ru: 'Общая вода' }, languages: ['ru'] },
    },
  })
  let statements = 0
  return {
    async makeRoom(running) {
      const caller = new Browser(originOf(running))
      caller.cookie = browser.cookie
      const { id } = await caller.call(startStatement, {
        params: { coalition },
        body: {
          symbol: `KG-TJ/2026/${++statements}`,
          kind: 'appeal',
          languages: ['ru'],
          addressees: {},
          titles: { ru: 'О воде' },
        },
      })
      return id
    },
    visit: (running, room, visitor) => ({
      url: `ws://127.0.0.1:${running.port}${socketPath}/${room}?${handshake.schema}=${schemaVersion}&${handshake.ours}=1`,
      room,
      headers: {
        Origin: originOf(running),
        Cookie: browser.cookie,
        'X-Forwarded-For': `10.0.${visitor >> 8}.${visitor & 255}`,
      },
    }),
  }
}

/** What the database keeps in tables and indexes. Its own catalogue and its write-ahead log are not the documents'. */
export async function ourBytesAtRest({ dataDir }: ServerProcess): Promise<number> {
  const connection = await runningPostgres(dataDir)
  if (!connection) throw new Error('the database does not run')
  const client = new pg.Client(connection)
  await client.connect()
  const { rows } = await client.query('select pg_database_size(current_database()) as bytes')
  await client.end()
  return Number(rows[0].bytes)
}

const originOf = ({ port }: ServerProcess) => `http://localhost:${port}`
