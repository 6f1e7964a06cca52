/** The notes of a draft, by id. */
import { useEffect, useState } from 'react'
import type { XmlFragment } from 'yjs'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import { footnotesOf } from '#shared/text/draft.ts'

/** Those that exist now; a new map whenever one comes or goes. */
export function useFootnotes(draft: DraftConnection): ReadonlyMap<string, XmlFragment> {
  const [notes, setNotes] = useState(() => notesOf(draft))
  useEffect(() => {
    const map = footnotesOf(draft.doc)
    const read = () => setNotes(notesOf(draft))
    read()
    map.observe(read)
    return () => map.unobserve(read)
  }, [draft])
  return notes
}

const notesOf = ({ doc }: DraftConnection): ReadonlyMap<string, XmlFragment> =>
  new Map(footnotesOf(doc).entries())
