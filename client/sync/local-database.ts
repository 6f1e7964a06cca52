/** What a browser keeps of drafts for offline work: the tables, and how to read and write them. [DRAFT3] */

/** For whom this device keeps drafts, and the key that seals them. There is one row, or none. */
export type Keeper = {
  id: 'keeper'
  person: string
  /** Not extractable: no script can read it, and it leaves this browser's storage with nobody. */
  key: CryptoKey
  /** New each time that keeping is switched on, so that a window from before writes no more. */
  since: string
}

/** One draft. Nothing of its text stands here. */
export type DraftRow = {
  statement: string
  /** The schema that its text was written under. */
  schema: number
  /** Whether this person could edit it when the server was last heard. */
  mayEdit: boolean
  /** When it was last opened, in milliseconds. */
  opened: number
}

/** A few updates of one draft, sealed. */
export type RecordRow = {
  number: number
  statement: string
  /** Whether it holds something that the server has not told to be on its disk. */
  unsent: boolean
  iv: Uint8Array<ArrayBuffer>
  sealed: ArrayBuffer
}

type Table = 'keeper' | 'drafts' | 'records'
export const tables: Table[] = ['keeper', 'drafts', 'records']

/** The device was told to forget, or keeps for somebody else: whoever wrote here writes no more. */
export class Forgotten extends Error {}

const name = 'drafts'

export function openDatabase(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open(name, 1)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('keeper', { keyPath: 'id' })
      opening.result.createObjectStore('drafts', { keyPath: 'statement' })
      opening.result
        .createObjectStore('records', { keyPath: 'number', autoIncrement: true })
        .createIndex('statement', 'statement')
    }
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => failed(opening.error)
    opening.onblocked = () => failed(new Error('another window holds an older database'))
  })
}

export const answerOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error)
  })

/**
 * Runs `work` as one transaction: all of it is kept, or none. Resolves once it is kept; with
 * `strict` that means on the disk, as far as the browser can tell.
 */
export async function transact<Result>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (transaction: IDBTransaction) => Promise<Result>,
  durability: IDBTransactionDurability = 'default',
): Promise<Result> {
  const transaction = database.transaction(tables, mode, { durability })
  const kept = new Promise<void>((done, failed) => {
    transaction.oncomplete = () => done()
    transaction.onabort = () => failed(transaction.error ?? new Forgotten())
  })
  try {
    const result = await work(transaction)
    await kept
    return result
  } catch (fault) {
    kept.catch(() => undefined)
    if (transaction.error === null) abort(transaction)
    throw transaction.error ?? fault
  }
}

function abort(transaction: IDBTransaction) {
  try {
    transaction.abort()
  } catch {
    // It has ended by itself.
  }
}

export const keeperIn = (transaction: IDBTransaction): Promise<Keeper | undefined> =>
  answerOf(transaction.objectStore('keeper').get('keeper'))
