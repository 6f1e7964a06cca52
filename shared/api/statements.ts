/** The API of statements and their drafts. */
import * as v from 'valibot'
import { languageSchema, localised } from '../forms.ts'
import { statementFields, statementSchema } from '../statements.ts'
import { canonicalTextSchema, problemSchema } from '../text/canonical.ts'
import { losses } from '../text/losses.ts'
import { endpoint } from './endpoint.ts'

/** The most bytes that a Word file may have; real statements have a hundredth of that. */
export const mostWordFileBytes = 20 * 1024 * 1024

export const listStatements = endpoint({
  name: 'listStatements',
  method: 'GET',
  path: '/api/coalitions/:coalition/statements',
  summary: 'The statements of a coalition that I may see, the last changed first',
  access: { by: 'role', act: 'coalition.see', on: 'coalition' },
  result: v.array(statementSchema),
})

export const startStatement = endpoint({
  name: 'startStatement',
  method: 'POST',
  path: '/api/coalitions/:coalition/statements',
  summary: 'Start a statement with an empty draft in each of its languages',
  access: { by: 'role', act: 'statement.start', on: 'coalition' },
  body: v.object({ ...statementFields, titles: localised(300) }),
  result: statementSchema,
  refusals: ['symbol-taken'],
})

export const seeStatement = endpoint({
  name: 'seeStatement',
  method: 'GET',
  path: '/api/statements/:statement',
  summary: 'One statement',
  access: { by: 'role', act: 'statement.see', on: 'statement' },
  result: statementSchema,
})

export const changeStatement = endpoint({
  name: 'changeStatement',
  method: 'PATCH',
  path: '/api/statements/:statement',
  summary:
    'Change symbol, kind, languages or addressees; the symbol stays once something is published',
  access: { by: 'role', act: 'statement.change', on: 'statement' },
  body: v.object(statementFields),
  result: statementSchema,
  refusals: ['symbol-taken', 'statement-published', 'language-in-use'],
})

export const readDraft = endpoint({
  name: 'readDraft',
  method: 'GET',
  path: '/api/statements/:statement/draft',
  summary: 'The draft as it is now, in canonical form, with what would keep it from being frozen',
  access: { by: 'role', act: 'draft.read', on: 'statement' },
  query: v.object({ language: languageSchema }),
  result: v.object({ text: canonicalTextSchema, problems: v.array(problemSchema) }),
})

export const importWordFile = endpoint({
  name: 'importWordFile',
  method: 'POST',
  path: '/api/statements/:statement/draft/import',
  summary: 'Bring in a Word file as the text of one language; tells what could not be taken over',
  access: { by: 'role', act: 'draft.edit', on: 'statement' },
  query: v.object({ language: languageSchema, place: v.picklist(['replace', 'append']) }),
  file: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    mostBytes: mostWordFileBytes,
    tooLarge: 'word-file-too-large',
  },
  result: v.object({
    blocks: v.number(),
    losses: v.array(v.object({ what: v.picklist(losses), count: v.number() })),
  }),
  refusals: [
    'not-a-word-file',
    'word-file-encrypted',
    'word-file-too-large',
    'word-file-empty',
    'text-too-long',
  ],
})
