/** The connection of a draft for as long as a screen shows it. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { DraftConnection } from './draft-connection.ts'
import './true-neighbours.ts'

/** Null until the connection was made, for this person. */
export function useDraft(statement: string, person: string | undefined): DraftConnection | null {
  const [draft, setDraft] = useState<DraftConnection | null>(null)
  useEffect(() => {
    if (person === undefined) return
    const connection = new DraftConnection(statement, person)
    setDraft(connection)
    return () => {
      setDraft(null)
      connection.destroy()
    }
  }, [statement, person])
  return draft
}

/** Something that a connection tells, kept up to date. */
export function useDraftFact<Fact>(
  draft: DraftConnection,
  fact: (draft: DraftConnection) => Fact,
): Fact {
  return useSyncExternalStore(draft.subscribe, () => fact(draft))
}
