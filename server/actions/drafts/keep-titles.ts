/** Keeps the titles that lists show in step with the drafts. */
import type * as Y from 'yjs'
import { languages } from '#shared/language/languages.ts'
import { titleOf } from '#shared/text/draft.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../store/database.ts'
import { setTitles } from '../../store/statements.ts'

/** What is kept is only a copy: should this fail, the next change of the draft mends it. */
export async function keepTitles(
  { database, clock }: { database: Database; clock: Clock },
  statement: string,
  doc: Y.Doc,
): Promise<void> {
  const titles = Object.fromEntries(
    languages.flatMap((language) => {
      const title = titleOf(doc, language)
      return title ? [[language, title]] : []
    }),
  )
  await setTitles(database.queries, statement, titles, clock.now())
}
