/** A browser's database in memory, to be looked at and damaged by hand. */
import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'
import {
  answerOf,
  type Keeper,
  keeperIn,
  openDatabase,
  type RecordRow,
  transact,
} from '#client/sync/local-database.ts'

/** A device that has kept nothing yet. */
export function newDevice(): void {
  vi.stubGlobal('indexedDB', new IDBFactory())
}

export const recordsHere = (): Promise<RecordRow[]> =>
  onDevice((transaction) => answerOf(transaction.objectStore('records').getAll()))

export const keeperHere = (): Promise<Keeper | undefined> => onDevice(keeperIn)

/** Changes rows as no program of ours would. */
export const damage = (table: 'keeper' | 'drafts' | 'records', row: unknown): Promise<unknown> =>
  onDevice((transaction) => answerOf(transaction.objectStore(table).put(row)))

async function onDevice<Result>(work: (transaction: IDBTransaction) => Promise<Result>) {
  const database = await openDatabase()
  try {
    return await transact(database, 'readwrite', work)
  } finally {
    database.close()
  }
}
