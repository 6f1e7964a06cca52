/** What the editor of a text has beyond that of a note: clauses that move, references, notes in place. */
import type { AnyExtension } from '@tiptap/core'
import type { Doc } from 'yjs'
import type { Language } from '#shared/language/languages.ts'
import { Notes } from '../footnotes/notes.ts'
import { OpenNote } from '../footnotes/open-note.ts'
import { Anchors } from '../references/anchors.ts'
import { MoveKeys } from './move-keys.ts'
import { OfferedOpenings } from './offered-openings.ts'
import { OpeningEmphasis } from './opening-emphasis.ts'

export const clauseExtensions = (doc: Doc, language: Language): AnyExtension[] => [
  MoveKeys,
  OfferedOpenings.configure({ language }),
  OpeningEmphasis.configure({ language }),
  Anchors,
  OpenNote,
  // Not configured: tiptap would copy the document.
  Notes.extend({ addOptions: () => ({ doc, language }) }),
]
