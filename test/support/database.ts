/** A migrated database of its own for one test file. */
import { randomBytes } from 'node:crypto'
import { beforeAll, inject } from 'vitest'
import { addressOf, run } from './postgres.ts'

/** Returns a function that tells its connection string, once the tests have begun. */
export function testDatabase(): () => string {
  const name = `${inject('template')}_${randomBytes(6).toString('hex')}`
  const server = inject('postgres')
  beforeAll(() => run(server, `create database ${name} template ${inject('template')}`))
  return () => addressOf(server, name)
}
