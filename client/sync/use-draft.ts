/** The connection of a draft for as long as a screen shows it. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { DraftConnection } from './draft-connection.ts'

/** Null until the connection was made. */
export function useDraft(statement: string): DraftConnection | null {
  const [draft, setDraft] = useState<DraftConnection | null>(null)
  useEffect(() => {
    const connection = new DraftConnection(statement)
    setDraft(connection)
    return () => {
      setDraft(null)
      connection.destroy()
    }
  }, [statement])
  return draft
}

/** Something that a connection tells, kept up to date. */
export function useDraftFact<Fact>(
  draft: DraftConnection,
  fact: (draft: DraftConnection) => Fact,
): Fact {
  return useSyncExternalStore(draft.subscribe, () => fact(draft))
}
