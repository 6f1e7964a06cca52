/** Settings: safe by default, checked at start, each refusal naming the setting. */
import { expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'

test('with nothing set the program is reachable from this machine only', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: null,
    publicUrl: null,
    historyDays: 90,
    trustedProxies: 0,
    logLevel: 'info',
  })
})

test.each([
  [{ PORT: 'http' }, /PORT/],
  [{ PORT: '70000' }, /PORT/],
  [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must start with postgres/],
  [{ PUBLIC_URL: 'https://a.example/path' }, /PUBLIC_URL/],
  [{ PUBLIC_URL: 'ftp://a.example' }, /PUBLIC_URL/],
  [{ TRUSTED_PROXIES: '-1' }, /TRUSTED_PROXIES/],
  [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
])('%o is refused by name', (environment, words) => {
  expect(() => readConfig(environment)).toThrow(words)
})

test('several wrong settings are told at once', () => {
  expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT.*\n.*LOG_LEVEL/s)
})

test('an empty setting counts as not set', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({
    databaseUrl: null,
    port: 3000,
  })
})
