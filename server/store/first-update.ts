/** The first content of a draft, written once, in the transaction that makes its statement. */
import type { Queries } from './database.ts'
import { draftClient, draftUpdate } from './tables.ts'

/** `client` is the client id that the content was made under; it stays the server's. */
export async function insertFirstUpdate(
  queries: Queries,
  statementId: string,
  client: number,
  bytes: Uint8Array,
  at: Date,
): Promise<void> {
  await queries.insert(draftUpdate).values({ statementId, personId: null, at, bytes })
  await queries
    .insert(draftClient)
    .values({ statementId, clientId: BigInt(client), personId: null })
}
