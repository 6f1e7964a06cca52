/** The composition root: puts the parts together, opens the port, and takes all down again in order. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { TitleKeeper } from './actions/drafts/keep-titles.ts'
import { firstClaimLink, makeClaimLink } from './actions/people/claim-coalition.ts'
import { forgetExpired } from './actions/people/forget-expired.ts'
import { forgetPictures } from './actions/pictures/forget-pictures.ts'
import { builtFile } from './built-file.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { noBus } from './domain/bus.ts'
import { fileReader } from './files/file-reader.ts'
import { admitSocket, isDraftSocket } from './http/admit-socket.ts'
import { createApp } from './http/app.ts'
import { Limits } from './http/limits.ts'
import { sessionCookie } from './http/session-cookie.ts'
import { createLog, type Log } from './log.ts'
import { pictureRedrawer } from './pictures/redraw-in-process.ts'
import { callersOf } from './store/callers.ts'
import { CannotRun } from './store/cannot-run.ts'
import { Compactor } from './store/compactor.ts'
import { type Database, openDatabase } from './store/database.ts'
import { PostgresDraftLog } from './store/draft-log.ts'
import { PostgresBus } from './store/postgres-bus.ts'
import { Rooms } from './sync/rooms.ts'
import { Sockets } from './sync/sockets.ts'

export type RunningServer = {
  /** The origin that people see. */
  publicUrl: string
  /** The port that was opened. */
  port: number
  context: Context
  /** The founding link to show when nobody has founded a coalition yet, else null. */
  claimLink: string | null
  /** One more founding link, for another coalition on this server. */
  makeClaimLink(): Promise<string>
  stop(): Promise<void>
}

/** Throws `CannotRun` with words for the person at the console when the database cannot be had. */
export async function startServer(
  config: Config,
  { clock = systemClock }: { clock?: Clock } = {},
): Promise<RunningServer> {
  const log = createLog(config.logLevel)
  const database = await openDatabase(config)
  try {
    return await serveOn(config, clock, log, database)
  } catch (fault) {
    await database.close()
    throw fault
  }
}

async function serveOn(
  config: Config,
  clock: Clock,
  log: Log,
  database: Database,
): Promise<RunningServer> {
  const server = createServer()
  const port = await listen(server, config)
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`
  // The embedded database belongs to this process alone.
  const postgresBus = config.databaseUrl ? await PostgresBus.open(database) : null
  const bus = postgresBus ?? noBus
  const draftLog = new PostgresDraftLog(database, postgresBus)
  const compactor = new Compactor(builtFile('server/compaction-worker.js'), database.connection)
  const titles = new TitleKeeper(database, clock)
  const rooms = new Rooms({
    log: draftLog,
    bus,
    snapshot: (statement) =>
      compactor.snapshot(statement).catch((fault) => {
        log.error({ fault }, 'a snapshot was not taken')
        return null
      }),
    settled: (statement, doc) => {
      titles.keep(statement, doc).catch((fault) => log.error({ fault }, 'titles were not kept'))
    },
    paused: (fault) => log.error({ fault }, 'a draft is paused'),
    broken: (fault) => log.error({ fault }, 'a room broke'),
  })
  const context: Context = {
    publicUrl,
    clock,
    log,
    database,
    callers: callersOf(database.pool),
    draftLog,
    rooms,
    readFile: fileReader(builtFile('server/files-worker.js')),
    redrawPicture: pictureRedrawer(builtFile('server/picture-process.js')),
    accessChanged: (person) => {
      recheck(person)
      bus.tell({ kind: 'access', person })
    },
    lockChanged: (statement) => {
      recheckAllOf(statement)
      bus.tell({ kind: 'lock', statement })
    },
  }
  const recheck = (changed: string | null) =>
    void sockets.recheck(({ person }) => changed === null || person === changed)
  const recheckAllOf = (changed: string) =>
    void sockets.recheck(({ statement }) => statement === changed)
  bus.listen((message) => {
    if (message.kind === 'access') recheck(message.person)
    if (message.kind === 'lock') recheckAllOf(message.statement)
  })
  const serving = {
    context,
    limits: new Limits(config.trustedProxies),
    cookie: sessionCookie(publicUrl),
  }
  const sockets = new Sockets(rooms, (request) => admitSocket(request, serving))
  const app = createApp(serving, fileURLToPath(builtFile('client/')))
  server.on('request', getRequestListener(app.fetch))
  server.on('upgrade', (request, stream, head) => {
    if (isDraftSocket(request)) sockets.upgrade(request, stream, head)
    else stream.destroy()
  })
  const forget = () =>
    Promise.all([
      forgetExpired(context),
      forgetPictures(context),
      compactor.dropHistory(new Date(clock.now().getTime() - config.historyDays * dayMs)),
    ]).catch((fault) => log.error({ fault }, 'what has ended was not forgotten'))
  await forget()
  const daily = setInterval(forget, dayMs)
  return {
    publicUrl,
    port,
    context,
    claimLink: await firstClaimLink(context),
    makeClaimLink: () => makeClaimLink(context),
    async stop() {
      clearInterval(daily)
      server.close()
      sockets.close()
      await rooms.close('restart')
      server.closeAllConnections()
      await bus.close()
      await compactor.close()
      await draftLog.close()
      await database.close()
    },
  }
}

const dayMs = 24 * 3_600_000

/** Opens the port and tells which one it is. Throws `CannotRun` when something else has it. */
async function listen(server: Server, { port, host }: Config): Promise<number> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    throw new CannotRun(
      code === 'EADDRINUSE'
        ? `Port ${port} is in use. Set PORT to another one, or stop what has it.`
        : `The port ${port} on ${host} cannot be opened (${code}). Check PORT and HOST.`,
    )
  }
  return (server.address() as AddressInfo).port
}
