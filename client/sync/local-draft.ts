/**
 * One draft as it is kept on this device: sealed records, appended and now and then put together.
 * Two windows may write at once: each takes away only records that it has itself read or written.
 */
import * as Y from 'yjs'
import { schemaVersion } from '#shared/text/schema.ts'
import { forgetAll, forgetOthers, tellForgotten } from './device.ts'
import {
  answerOf,
  type DraftRow,
  Forgotten,
  type Keeper,
  keeperIn,
  openDatabase,
  type RecordRow,
  transact,
} from './local-database.ts'
import { seal, unseal } from './sealing.ts'

/** What was found of a draft. */
export type Restored = {
  update: Uint8Array
  mayEdit: boolean
  /** The records that the update is made of, and those of them that the server may not have. */
  numbers: number[]
  unsent: number[]
}

/** Drafts kept besides the one that is opened; of older ones those are forgotten that the server has in full. */
const mostOthers = 20

export class LocalDraft {
  readonly statement: string
  readonly restored: Restored | null
  readonly #database: IDBDatabase
  readonly #keeper: Keeper

  private constructor(
    statement: string,
    database: IDBDatabase,
    keeper: Keeper,
    restored: Restored | null,
  ) {
    this.statement = statement
    this.restored = restored
    this.#database = database
    this.#keeper = keeper
  }

  /**
   * Null when this device keeps nothing for this person. What was kept for somebody else, or under a
   * key that is gone, is forgotten.
   */
  static async open(statement: string, person: string): Promise<LocalDraft | null> {
    await forgetOthers(person)
    const database = await openDatabase()
    try {
      const { keeper, row, records } = await transact(
        database,
        'readonly',
        async (transaction) => ({
          keeper: await keeperIn(transaction),
          row: await draftIn(transaction, statement),
          records: await recordsIn(transaction, statement),
        }),
      )
      if (keeper && !(keeper.key instanceof CryptoKey)) await forgetAll()
      else if (keeper?.person === person && (row?.schema ?? 0) <= schemaVersion) {
        const restored = row ? await restore(keeper.key, row, records) : null
        const draft = new LocalDraft(statement, database, keeper, restored)
        if (row && !restored) await draft.discard()
        await draft.#makeRoom()
        return draft
      }
    } catch (fault) {
      database.close()
      throw fault
    }
    database.close()
    return null
  }

  /** Notes what the server allows, and that the draft was opened. */
  note(mayEdit: boolean): Promise<void> {
    const row: DraftRow = {
      statement: this.statement,
      schema: schemaVersion,
      mayEdit,
      opened: Date.now(),
    }
    return this.#write(async (transaction) => {
      await answerOf(transaction.objectStore('drafts').put(row))
    })
  }

  /** Adds updates, in the place of these records. Resolves with the new record's number once it is kept. */
  async add(
    updates: readonly Uint8Array[],
    unsent: boolean,
    inPlaceOf: Iterable<number> = [],
  ): Promise<number> {
    const sealed = await seal(this.#keeper.key, this.statement, updates)
    return this.#write(async (transaction) => {
      const records = transaction.objectStore('records')
      for (const number of inPlaceOf) records.delete(number)
      const row: Omit<RecordRow, 'number'> = { statement: this.statement, unsent, ...sealed }
      return (await answerOf(records.add(row))) as number
    }, unsent)
  }

  /** The server has told that these records are on its disk. */
  markSent(numbers: readonly number[]): Promise<void> {
    return this.#write(async (transaction) => {
      const records = transaction.objectStore('records')
      for (const number of numbers) {
        const row: RecordRow | undefined = await answerOf(records.get(number))
        if (row) records.put({ ...row, unsent: false })
      }
    })
  }

  /** Forgets this draft, and whatever other windows have written of it. */
  async discard(): Promise<void> {
    await this.#write(async (transaction) => forget(transaction, this.statement), true)
    tellForgotten(this.statement)
  }

  close(): void {
    this.#database.close()
  }

  #write<Result>(
    work: (transaction: IDBTransaction) => Promise<Result>,
    strict = false,
  ): Promise<Result> {
    return transact(
      this.#database,
      'readwrite',
      async (transaction) => {
        const keeper = await keeperIn(transaction)
        if (keeper?.since !== this.#keeper.since) throw new Forgotten()
        return work(transaction)
      },
      strict ? 'strict' : 'default',
    )
  }

  async #makeRoom(): Promise<void> {
    const forgotten: string[] = []
    await this.#write(async (transaction) => {
      const rows: DraftRow[] = await answerOf(transaction.objectStore('drafts').getAll())
      const others = rows
        .filter(({ statement }) => statement !== this.statement)
        .sort((a, b) => b.opened - a.opened)
      for (const { statement } of others.slice(mostOthers)) {
        const records = await recordsIn(transaction, statement)
        if (records.some(({ unsent }) => unsent)) continue
        await forget(transaction, statement)
        forgotten.push(statement)
      }
    })
    for (const statement of forgotten) tellForgotten(statement)
  }
}

const draftIn = (transaction: IDBTransaction, statement: string): Promise<DraftRow | undefined> =>
  answerOf(transaction.objectStore('drafts').get(statement))

const recordsIn = (transaction: IDBTransaction, statement: string): Promise<RecordRow[]> =>
  answerOf(transaction.objectStore('records').index('statement').getAll(statement))

async function forget(transaction: IDBTransaction, statement: string) {
  const records = transaction.objectStore('records')
  for (const { number } of await recordsIn(transaction, statement)) records.delete(number)
  transaction.objectStore('drafts').delete(statement)
}

/** Null when nothing of it can be read. Of a torn store as much as holds together. */
async function restore(
  key: CryptoKey,
  row: DraftRow,
  records: readonly RecordRow[],
): Promise<Restored | null> {
  const opened = await Promise.all(records.map((record) => unseal(key, row.statement, record)))
  const updates = opened.flatMap((one) => one ?? [])
  const update = updates.length > 0 ? puttingTogether(updates) : null
  if (!update) return null
  return {
    update,
    mayEdit: row.mayEdit,
    numbers: records.map(({ number }) => number),
    unsent: records.filter(({ unsent }) => unsent).map(({ number }) => number),
  }
}

/** Done apart, so that what cannot be put together never reaches the document on the screen. */
function puttingTogether(updates: readonly Uint8Array[]): Uint8Array | null {
  const doc = new Y.Doc()
  try {
    for (const update of updates) Y.applyUpdate(doc, update)
    // Whatever builds on a lost record could never be sent: the server would wait for that record.
    doc.store.pendingStructs = null
    doc.store.pendingDs = null
    return Y.encodeStateAsUpdate(doc)
  } catch {
    return null
  } finally {
    doc.destroy()
  }
}
