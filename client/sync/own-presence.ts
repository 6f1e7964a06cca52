/** Tells the server only where this person is. */
import type { Awareness } from 'y-protocols/awareness'

type Changes = Record<'added' | 'updated' | 'removed', number[]>

/** What is needed of y-websocket's provider. */
export type Telling = {
  awareness: Awareness
  _awarenessUpdateHandler: (changes: Changes, origin: unknown) => void
}

/**
 * The provider tells the server of everybody whose caret has moved, though it is the server that it knows
 * it from: with twenty people each caret would be told twenty times, and the server takes none of it.
 */
export function tellOnlyOwn(provider: Telling): void {
  const { awareness, _awarenessUpdateHandler: tellAll } = provider
  awareness.off('update', tellAll)
  provider._awarenessUpdateHandler = (changes, origin) => {
    const isOwn = (client: number) => client === awareness.clientID
    const [added, updated, removed] = [
      changes.added.filter(isOwn),
      changes.updated.filter(isOwn),
      changes.removed.filter(isOwn),
    ]
    if (added.length + updated.length + removed.length > 0) {
      tellAll({ added, updated, removed }, origin)
    }
  }
  awareness.on('update', provider._awarenessUpdateHandler)
}
