/** Brings a file in as the text of one language, through the live document: looked at first, then as it was seen. [DRAFT7] */
import type * as Y from 'yjs'
import { XmlFragment, XmlText } from 'yjs'
import type { ResultOf } from '#shared/api/endpoint.ts'
import * as api from '#shared/api/statements.ts'
import type { Language } from '#shared/language/languages.ts'
import { Refusal } from '#shared/refusals.ts'
import { appendNodes, bodyOf, footnotesOf } from '#shared/text/draft.ts'
import { chooseNumbering, numberingOf } from '#shared/text/form.ts'
import type { PlacedLine } from '#shared/text/joined.ts'
import { commentsOf, suggestionsOf } from '#shared/text/review.ts'
import { linesOf } from '#shared/text/y-children.ts'
import type { Context } from '../../context.ts'
import type { FileText } from '../../files/file-text.ts'
import { findStatement } from '../../store/statements.ts'
import type { Call } from '../call.ts'
import { editorOf } from './editor-of.ts'
import { numberingAfter, type Place } from './numbering-of-file.ts'
import { keepPictures, showPictures } from './pictures-of-file.ts'

/** What would come over. Changes nothing. */
export async function previewImport(
  context: Context,
  { body, params, query }: Call<typeof api.previewImport>,
): Promise<ResultOf<typeof api.previewImport>> {
  await requireLanguage(context, params.statement, query.language)
  const read = await context.readFile(body, query.format)
  const { text, shown } = await showPictures(context, params.statement, read)
  const { blocks, footnotes } = text
  const numbering = await context.rooms.read(params.statement, (doc) => {
    const after = (place: Place) => numberingAfter(doc, text, query.language, place)
    return { replace: after('replace'), append: after('append') }
  })
  return { blocks, footnotes, numbering, pictures: shown, ...countsOf(text) }
}

export async function importFile(
  context: Context,
  { actor, body, params, place, query }: Call<typeof api.importFile>,
): Promise<ResultOf<typeof api.importFile>> {
  await requireLanguage(context, params.statement, query.language)
  const read = await context.readFile(body, query.format)
  const text = await keepPictures(context, params.statement, read)
  let renumbered = 0
  const editor = editorOf(context, actor, api.importFile.access.act, place)
  await context.rooms.edit(params.statement, editor, (doc) => {
    const numbering = numberingAfter(doc, text, query.language, query.place)
    renumbered = numbering.changed
    if (numbering.style !== numberingOf(doc)) chooseNumbering(doc, numbering.style)
    const fragment = bodyOf(doc, query.language)
    if (query.place === 'replace') fragment.delete(0, fragment.length)
    else dropEmptyEnd(fragment)
    // What the words refer to is there before them.
    addFootnotes(doc, text)
    addReview(doc, text)
    appendNodes(fragment, text.blocks)
  })
  return { blockCount: text.blocks.length, renumbered, ...countsOf(text) }
}

const countsOf = ({ suggestions, comments, losses }: FileText) => ({
  suggestions: Object.keys(suggestions).length,
  comments: Object.keys(comments).length,
  losses,
})

async function requireLanguage(context: Context, id: string, language: Language) {
  const statement = await findStatement(context.database.queries, id)
  if (!statement?.languages.includes(language)) {
    throw new Refusal('invalid-input', { field: 'language', rule: 'form.choice' })
  }
}

function addFootnotes(doc: Y.Doc, { footnotes }: FileText) {
  const notes = footnotesOf(doc)
  for (const [id, blocks] of Object.entries(footnotes)) {
    const note = new XmlFragment()
    notes.set(id, note)
    appendNodes(note, blocks)
  }
}

function addReview(doc: Y.Doc, { suggestions, comments }: FileText) {
  for (const [id, note] of Object.entries(suggestions)) suggestionsOf(doc).set(id, note)
  for (const [id, thread] of Object.entries(comments)) commentsOf(doc).set(id, thread)
}

/** Empty lines at the end, which a new draft begins with, do not stay above what is appended. */
function dropEmptyEnd(fragment: Y.XmlFragment) {
  for (let last = lastLine(fragment); last && isEmpty(last); last = lastLine(fragment)) {
    fragment.delete((fragment.toArray() as unknown[]).indexOf(last.type), 1)
  }
}

const lastLine = (fragment: Y.XmlFragment) => linesOf(fragment).at(-1)

/** A block without words, also without those of another that was joined to it. */
const isEmpty = ({ type, tails }: PlacedLine) =>
  type instanceof XmlText && type.length === 0 && tails.length === 0
