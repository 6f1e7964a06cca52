/** What the text behind an address will need is asked for at once: each of it would wait for the one before. */
import type { QueryClient } from '@tanstack/react-query'
import { readAhead } from '#client/api/queries.ts'
import { currentLanguage } from '#client/i18n/language.ts'
import { loadWords } from '#client/i18n/words.ts'
import { seeMe } from '#shared/api/people.ts'
import { seeStatement } from '#shared/api/statements.ts'
import { screenPath } from '#shared/paths.ts'

export function headStart(queries: QueryClient, path: string): void {
  const statement = path.split('/')[2] ?? ''
  if (!statement || path !== screenPath('statement', { statement })) return
  readAhead(queries, seeMe, {})
  readAhead(queries, seeStatement, { params: { statement } })
  const parts = [
    loadWords(currentLanguage()),
    import('./SignedIn.tsx'),
    import('#client/pages/TextPage.tsx'),
  ]
  // Whoever needs them asks again, and says it when they do not come.
  for (const part of parts) part.catch(() => undefined)
}
