/** Every migration, in the order in which they run. A migration that has shipped is never edited. */
import { people } from './0001-people.ts'
import { drafts } from './0002-drafts.ts'
import { releases } from './0003-releases.ts'
import { signatures } from './0004-signatures.ts'
import { pictures } from './0005-pictures.ts'
import { history } from './0006-history.ts'
import { accessChanges } from './0007-access-changes.ts'
import { locks } from './0008-locks.ts'

export const migrations: readonly { name: string; sql: string }[] = [
  { name: '0001-people', sql: people },
  { name: '0002-drafts', sql: drafts },
  { name: '0003-releases', sql: releases },
  { name: '0004-signatures', sql: signatures },
  { name: '0005-pictures', sql: pictures },
  { name: '0006-history', sql: history },
  { name: '0007-access-changes', sql: accessChanges },
  { name: '0008-locks', sql: locks },
]
