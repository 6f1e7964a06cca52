/** Whether drafts are kept on this device, for whom, and forgetting them all at once. [DRAFT3] [SAFE7] */
import {
  answerOf,
  type Keeper,
  keeperIn,
  openDatabase,
  tables,
  transact,
} from './local-database.ts'

const channelName = 'drafts-on-this-device'

/** The person for whom drafts are kept here; null when none are, or when the browser keeps nothing. */
export async function keptFor(): Promise<string | null> {
  const keeper = await withDatabase((database) => transact(database, 'readonly', keeperIn)).catch(
    () => undefined,
  )
  return keeper?.person ?? null
}

/** How many drafts hold something that is on this device and not on the server. */
export async function unsentDrafts(): Promise<number> {
  const unsent = new Set<string>()
  await withDatabase((database) =>
    transact(database, 'readonly', (transaction) =>
      eachRecord(transaction, (row) => row.unsent && unsent.add(row.statement)),
    ),
  ).catch(() => undefined)
  return unsent.size
}

/** Keeps the drafts that this person opens from now on. Throws when the browser does not let us. */
export async function keepFor(person: string): Promise<void> {
  const keeper: Keeper = {
    id: 'keeper',
    person,
    key: await newKey(),
    since: crypto.randomUUID(),
  }
  await withDatabase((database) =>
    transact(database, 'readwrite', async (transaction) => {
      clearAll(transaction)
      await answerOf(transaction.objectStore('keeper').put(keeper))
    }),
  )
  tellForgotten(null)
}

/** Forgets every draft and the key. What other windows hold of it they must not call kept any more. */
export async function forgetAll(): Promise<void> {
  await withDatabase((database) =>
    transact(database, 'readwrite', async (transaction) => clearAll(transaction), 'strict'),
  )
  tellForgotten(null)
}

/** Forgets everything unless it is kept for whoever is signed in; nobody is, when `person` is null. */
export async function forgetOthers(person: string | null): Promise<void> {
  const keeper = await keptFor()
  if (keeper !== null && keeper !== person) await forgetAll()
}

/** Calls `listener` when a window has forgotten this draft, or all of them; returns how to stop it. */
export function onForgotten(statement: string, listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = ({ data }) => {
    if (data === null || data === statement) listener()
  }
  return () => channel.close()
}

/** A key that can be used here and given to nobody. */
const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

/** Tells every window that this draft, or (null) every draft, is kept here no more. */
export function tellForgotten(statement: string | null): void {
  const channel = new BroadcastChannel(channelName)
  channel.postMessage(statement)
  channel.close()
}

function clearAll(transaction: IDBTransaction) {
  for (const table of tables) transaction.objectStore(table).clear()
}

async function withDatabase<Result>(act: (database: IDBDatabase) => Promise<Result>) {
  const database = await openDatabase()
  try {
    return await act(database)
  } finally {
    database.close()
  }
}

function eachRecord(
  transaction: IDBTransaction,
  see: (row: { statement: string; unsent: boolean }) => void,
): Promise<void> {
  return new Promise((done, failed) => {
    const walking = transaction.objectStore('records').openCursor()
    walking.onerror = () => failed(walking.error)
    walking.onsuccess = () => {
      const cursor = walking.result
      if (!cursor) return done()
      see(cursor.value)
      cursor.continue()
    }
  })
}
