/** The connection of a draft for as long as a screen shows it. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { DraftConnection } from './draft-connection.ts'
import './true-neighbours.ts'

/** Null until the connection was made, for this person. */
export function useDraft(statement: string, person: string | undefined): DraftConnection | null {
  const [draft, setDraft] = useState<DraftConnection | null>(null)
  useEffect(() => {
    if (person === undefined) return
    const key = `${person} ${statement}`
    const connection = left.get(key) ?? new DraftConnection(statement, person)
    left.delete(key)
    setDraft(connection)
    return () => {
      setDraft(null)
      leave(key, connection)
    }
  }, [statement, person])
  return draft
}

/**
 * Connections whose screen was left with words that are in this window alone. Each stays until they
 * are saved, and is there for whoever comes back to the text before.
 */
const left = new Map<string, DraftConnection>()

function leave(key: string, connection: DraftConnection) {
  if (!isWorthKeeping(connection)) return connection.destroy()
  left.set(key, connection)
  const stop = connection.subscribe(() => {
    const isTaken = left.get(key) !== connection
    if (!isTaken && isWorthKeeping(connection)) return
    stop()
    if (isTaken) return
    left.delete(key)
    connection.destroy()
  })
}

const isWorthKeeping = ({ isOnlyHere, state }: DraftConnection) =>
  isOnlyHere && state !== 'signed-out' && state !== 'not-found'

/** Something that a connection tells, kept up to date. */
export function useDraftFact<Fact>(
  draft: DraftConnection,
  fact: (draft: DraftConnection) => Fact,
): Fact {
  return useSyncExternalStore(draft.subscribe, () => fact(draft))
}
