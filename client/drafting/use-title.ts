/** The title of one language as it is being written. */
import { useEffect, useState } from 'react'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import type { Language } from '#shared/language/languages.ts'
import { titleOf } from '#shared/text/draft.ts'

export function useTitle(draft: DraftConnection | null, language: Language): string {
  const [title, setTitle] = useState('')
  useEffect(() => {
    if (!draft) return
    const read = () => setTitle(titleOf(draft.doc, language))
    read()
    draft.doc.on('update', read)
    return () => draft.doc.off('update', read)
  }, [draft, language])
  return title
}
