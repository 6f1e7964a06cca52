/** The title of one language as it is being written. */
import { useEffect, useState } from 'react'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import type { Language } from '#shared/language/languages.ts'
import { titleOf } from '#shared/text/draft.ts'

const pauseMs = 300

export function useTitle(draft: DraftConnection | null, language: Language): string {
  const [title, setTitle] = useState('')
  useEffect(() => {
    if (!draft) return
    let timer: ReturnType<typeof setTimeout> | null = null
    const read = () => {
      timer = null
      setTitle(titleOf(draft.doc, language))
    }
    // Of all letters the fewest are the title's, and whoever types must not wait for it to be looked for.
    const readSoon = () => {
      timer ??= setTimeout(read, pauseMs)
    }
    read()
    draft.doc.on('update', readSoon)
    return () => {
      draft.doc.off('update', readSoon)
      if (timer) clearTimeout(timer)
    }
  }, [draft, language])
  return title
}
