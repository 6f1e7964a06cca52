/** The API of statements and their drafts. */
import * as v from 'valibot'
import { languageSchema, localised } from '../forms.ts'
import { statementFields, statementSchema } from '../statements.ts'
import { beginnings } from '../templates/template.ts'
import { canonicalTextSchema, problemSchema } from '../text/canonical.ts'
import { numberingStyles } from '../text/form.ts'
import { formatsIn, formatsOut } from '../text/formats.ts'
import { losses } from '../text/losses.ts'
import { endpoint, fileResult } from './endpoint.ts'

/** The most bytes that a file may have; real statements have a hundredth of that. */
export const mostFileBytes = 20 * 1024 * 1024

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
  summary:
    'Start a statement with a draft in each of its languages: empty, with a skeleton for its kind, or an example',
  access: { by: 'role', act: 'statement.start', on: 'coalition' },
  body: v.object({
    ...statementFields,
    titles: localised(300),
    beginning: v.optional(v.picklist(beginnings, 'form.choice'), 'empty'),
  }),
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

export const lockDraft = endpoint({
  name: 'lockDraft',
  method: 'POST',
  path: '/api/statements/:statement/lock',
  summary: 'Lock the draft, so that nobody writes in it, or unlock it; open texts know at once',
  access: { by: 'role', act: 'statement.change', on: 'statement' },
  body: v.object({ locked: v.boolean() }),
  result: statementSchema,
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

const fileIn = {
  type: 'application/octet-stream',
  mostBytes: mostFileBytes,
  tooLarge: 'file-too-large',
} as const

const fileRefusals = [
  'unreadable-file',
  'file-encrypted',
  'file-too-large',
  'file-empty',
  'needs-office',
] as const

/** How clauses will be numbered, and how many of the file will have a number of another style. */
const numberingAfter = v.object({ style: v.picklist(numberingStyles), changed: v.number() })

/** How much came over as suggestions and comments, and what did not come over. */
const outcome = {
  suggestions: v.number(),
  comments: v.number(),
  losses: v.array(v.object({ what: v.picklist(losses), count: v.number() })),
}

export const previewImport = endpoint({
  name: 'previewImport',
  method: 'POST',
  path: '/api/statements/:statement/draft/import/preview',
  summary: 'What a file would come over as: its text in nodes, and what could not be taken over',
  access: { by: 'role', act: 'draft.edit', on: 'statement' },
  query: v.object({ language: languageSchema, format: v.picklist(formatsIn) }),
  file: fileIn,
  result: v.object({
    blocks: v.array(v.any()),
    footnotes: v.record(v.string(), v.array(v.any())),
    pictures: v.record(v.string(), v.string()),
    numbering: v.object({ replace: numberingAfter, append: numberingAfter }),
    ...outcome,
  }),
  refusals: fileRefusals,
})

export const importFile = endpoint({
  name: 'importFile',
  method: 'POST',
  path: '/api/statements/:statement/draft/import',
  summary:
    'Bring in a file as the text of one language: its tracked changes as suggestions, its comments as threads',
  access: { by: 'role', act: 'draft.edit', on: 'statement' },
  query: v.object({
    language: languageSchema,
    format: v.picklist(formatsIn),
    place: v.picklist(['replace', 'append']),
  }),
  file: fileIn,
  result: v.object({ blockCount: v.number(), renumbered: v.number(), ...outcome }),
  refusals: [...fileRefusals, 'text-too-long'],
})

export const seeFileFormats = endpoint({
  name: 'seeFileFormats',
  method: 'GET',
  path: '/api/file-formats',
  summary: 'Which files this server can bring in, and which it can write',
  access: { by: 'person' },
  result: v.object({ in: v.array(v.picklist(formatsIn)), out: v.array(v.picklist(formatsOut)) }),
})

export const downloadDraft = endpoint({
  name: 'downloadDraft',
  method: 'GET',
  path: '/api/statements/:statement/draft/file',
  summary:
    'The draft of one language as a file; Word and OpenDocument carry its suggestions and comments too',
  access: { by: 'role', act: 'draft.read', on: 'statement' },
  query: v.object({ language: languageSchema, format: v.picklist(formatsOut) }),
  result: fileResult,
  refusals: ['needs-office'],
})
