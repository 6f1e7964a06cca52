/** The migrations make what the queries believe; they run once, in order, one process at a time. */
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '#server/store/migrate.ts'
import { migrations } from '#server/store/migrations/all.ts'
import * as tables from '#server/store/tables.ts'
import { testDatabase } from '../../support/database.ts'

const address = testDatabase()
let pool: pg.Pool

beforeAll(() => {
  pool = new pg.Pool({ connectionString: address() })
})
afterAll(() => pool.end())

test('every table and column of the queries is in the database, and no other', async () => {
  const { rows } = await pool.query(
    `select table_name, column_name, is_nullable, data_type, udt_name from information_schema.columns
     where table_schema = 'public' and table_name <> 'migration'`,
  )
  const types: Record<string, string> = {
    'timestamp with time zone': 'timestamp with time zone',
    ARRAY: 'text[]',
  }
  const inDatabase = rows
    .map((row) => {
      const type = types[row.data_type] ?? row.data_type
      return `${row.table_name}.${row.column_name} ${type}${row.is_nullable === 'NO' ? ' not null' : ''}`
    })
    .sort()
  const inQueries = Object.values(tables)
    .filter((table) => is(table, PgTable))
    .flatMap((table) =>
      Object.values(getTableColumns(table as PgTable)).map((column) => {
        const nullable = column.notNull || column.primary ? ' not null' : ''
        return `${getTableName(table as PgTable)}.${column.name} ${column.getSQLType()}${nullable}`
      }),
    )
    .sort()
  expect(inQueries).toEqual(inDatabase)
})

test('migrating again does nothing', async () => {
  const names = async () => (await pool.query('select name, at from migration order by name')).rows
  const before = await names()
  expect(before.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name))
  await migrate(pool)
  expect(await names()).toEqual(before)
})

test('several processes that start at once migrate one after another', async () => {
  await pool.query('drop schema public cascade; create schema public')
  const pools = Array.from({ length: 4 }, () => new pg.Pool({ connectionString: address() }))
  await Promise.all(pools.map(migrate))
  await Promise.all(pools.map((one) => one.end()))
  const { rows } = await pool.query('select count(*)::int as n from migration')
  expect(rows[0].n).toBe(migrations.length)
})

test('a database that a newer program has written is refused, with words', async () => {
  await pool.query(`insert into migration (name) values ('9999-future')`)
  await expect(migrate(pool)).rejects.toThrow(/newer Undersigned.*9999-future/)
  await pool.query(`delete from migration where name = '9999-future'`)
})
