/** Who has the text open, as the server names them. */
import type { Awareness } from 'y-protocols/awareness'

export type Present = { id: string; name: string }

/** Everybody, each once, by name. */
export function peopleIn(awareness: Awareness): readonly Present[] {
  const people = new Map<string, Present>()
  for (const { user } of awareness.getStates().values() as Iterable<{ user?: Present }>) {
    if (user?.id) people.set(user.id, { id: user.id, name: user.name })
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name))
}
