/** Starts a statement: its row and the first content of its draft, both or neither. */
import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import type { ResultOf } from '#shared/api/endpoint.ts'
import type { startStatement as endpoint } from '#shared/api/statements.ts'
import { Refusal } from '#shared/refusals.ts'
import { slugOf } from '#shared/statements.ts'
import { blocksToBegin } from '#shared/templates/template.ts'
import { seedText } from '#shared/text/draft.ts'
import type { Context } from '../../context.ts'
import { isDuplicate, type Queries } from '../../store/database.ts'
import { insertFirstUpdate } from '../../store/first-update.ts'
import {
  insertStatement,
  isSymbolTaken,
  lockStatement,
  takenSlugs,
} from '../../store/statements.ts'
import type { Call } from '../call.ts'
import { describeStatement } from './list-statements.ts'

export async function startStatement(
  context: Context,
  { body, params }: Call<typeof endpoint>,
): Promise<ResultOf<typeof endpoint>> {
  const id = randomUUID()
  const now = context.clock.now()
  const { titles, beginning, ...fields } = body
  const seed = new Y.Doc()
  for (const language of fields.languages) {
    const blocks = await blocksToBegin(beginning, fields.kind, language)
    seedText(seed, language, titles[language] ?? '', blocks)
  }
  return context.database
    .transaction(async (queries) => {
      await insertStatement(queries, {
        id,
        coalitionId: params.coalition,
        slug: await freeSlug(queries, body.symbol),
        ...fields,
        titles,
        createdAt: now,
        changedAt: now,
      })
      await insertFirstUpdate(queries, id, seed.clientID, Y.encodeStateAsUpdate(seed), now)
      const row = await lockStatement(queries, id)
      if (!row) throw new Error('a statement was not there after it was inserted')
      return describeStatement(queries, row)
    })
    .catch(async (fault) => {
      if (!isDuplicate(fault)) throw fault
      throw new Refusal('symbol-taken')
    })
}

/** The slug of a symbol, numbered when another statement on this server has it. */
export async function freeSlug(queries: Queries, symbol: string): Promise<string> {
  const slug = slugOf(symbol)
  const taken = await takenSlugs(queries, slug)
  let free = slug
  for (let copy = 2; taken.has(free); copy++) free = `${slug}-${copy}`
  return free
}

/** Throws `symbol-taken` when another statement of the coalition has the symbol. */
export async function requireFreeSymbol(
  queries: Queries,
  coalition: string,
  symbol: string,
  mine: string,
): Promise<void> {
  const holder = await isSymbolTaken(queries, coalition, symbol)
  if (holder !== undefined && holder !== mine) throw new Refusal('symbol-taken')
}
