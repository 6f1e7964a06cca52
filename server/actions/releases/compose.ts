/** The text of a draft as a release: canonical form, bytes, fingerprint, and what stands in the way. */
import * as Y from 'yjs'
import { type CanonicalRelease, sealRelease } from '#shared/releases.ts'
import type { Problem } from '#shared/text/canonical.ts'
import type { StoredDraft } from '../../domain/draft-log.ts'
import { composeRelease, type FreezeChoices, releaseLanguages } from '../../domain/releasing.ts'
import { replay, updatesOf } from '../../domain/replay.ts'
import type { StatementRow } from '../../store/statements.ts'
import { readTextSafely } from '../drafts/read-draft.ts'

export type Composed = {
  release: CanonicalRelease
  json: string
  fingerprint: string
  problems: Problem[]
}

export function composeFrom(doc: Y.Doc, statement: StatementRow, choices: FreezeChoices): Composed {
  const languages = releaseLanguages(statement.languages, choices)
  const read = languages.map((language) => readTextSafely(doc, language))
  const release = composeRelease(
    statement,
    read.map(({ text }) => text),
    choices,
  )
  return { release, ...sealRelease(release), problems: read.flatMap(({ problems }) => problems) }
}

/** The document that these updates make; the caller destroys it. */
export function documentOf(stored: StoredDraft): Y.Doc {
  const doc = new Y.Doc()
  replay(doc, updatesOf(stored))
  return doc
}
