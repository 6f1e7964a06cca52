/** Brings a Word file in as the text of one language, through the live document. [DRAFT7] */
import * as Y from 'yjs'
import type { ResultOf } from '#shared/api/endpoint.ts'
import type { importWordFile as endpoint } from '#shared/api/statements.ts'
import { Refusal } from '#shared/refusals.ts'
import { appendNodes, bodyOf, footnotesOf } from '#shared/text/draft.ts'
import type { Context } from '../../context.ts'
import { findStatement } from '../../store/statements.ts'
import type { WordText } from '../../word/read-word-file.ts'
import type { Call } from '../call.ts'

export async function importWordFile(
  context: Context,
  { actor, body, params, query }: Call<typeof endpoint>,
): Promise<ResultOf<typeof endpoint>> {
  const statement = await findStatement(context.database.queries, params.statement)
  if (!statement?.languages.includes(query.language)) {
    throw new Refusal('invalid-input', { field: 'language', rule: 'form.choice' })
  }
  const word = await context.readWordFile(body)
  await context.rooms.edit(params.statement, actor.id, (doc) => {
    const fragment = bodyOf(doc, query.language)
    if (query.place === 'replace') fragment.delete(0, fragment.length)
    else dropEmptyEnd(fragment)
    appendNodes(fragment, word.blocks)
    addFootnotes(doc, word)
  })
  return { blocks: word.blocks.length, losses: word.losses }
}

function addFootnotes(doc: Y.Doc, { footnotes }: WordText) {
  const notes = footnotesOf(doc)
  for (const [id, blocks] of Object.entries(footnotes)) {
    const note = new Y.XmlFragment()
    notes.set(id, note)
    appendNodes(note, blocks)
  }
}

/** Empty lines at the end, which a new draft begins with, do not stay above what is appended. */
function dropEmptyEnd(fragment: Y.XmlFragment) {
  while (fragment.length > 0 && isEmptyBlock(fragment.get(fragment.length - 1))) {
    fragment.delete(fragment.length - 1, 1)
  }
}

const isEmptyBlock = (type: unknown) => type instanceof Y.XmlText && type.length === 0
