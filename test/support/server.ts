/** A whole server on a database of its own and a clock that one turns. */
import { afterAll, beforeAll } from 'vitest'
import { type RunningServer, startServer } from '#server/start-server.ts'
import { Browser } from './browser.ts'
import { type TestClock, testClock } from './clock.ts'
import { testDatabase } from './database.ts'

export type TestServer = RunningServer & {
  clock: TestClock
  databaseUrl: string
  /** Somebody's browser without a session: its cookies, and the API as it calls it. */
  visitor(): Browser
}

/** Starts before the tests of a file and stops after them. The object is filled when they begin. */
export function testServer(): TestServer {
  const address = testDatabase()
  const clock = testClock()
  const server = { clock } as TestServer
  beforeAll(async () => {
    const running = await startServer(testConfig(address()), { clock })
    Object.assign(server, running, {
      databaseUrl: address(),
      visitor: () => new Browser(running.publicUrl),
    })
  })
  afterAll(() => server.stop?.())
  return server
}

export const testConfig = (databaseUrl: string) => ({
  port: 0,
  host: '127.0.0.1',
  dataDir: '/nonexistent',
  databaseUrl,
  publicUrl: null,
  historyDays: 90,
  trustedProxies: 0,
  logLevel: 'silent' as const,
})
