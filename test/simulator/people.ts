/** Who takes part, and what each may do since when. */
import type { World } from './world.ts'

export type Role = 'edit' | 'read' | 'removed'
export type Person = {
  readonly id: string
  role: Role
  since: number
  removals: number
  accessChanges: number
}

/** A change of access holds on open sockets after less than this. [SAFE3] */
const takesEffectMs = 1000

export class People {
  readonly #world: World
  readonly #people = new Map<string, Person>()

  constructor(world: World) {
    this.#world = world
  }

  get all(): Person[] {
    return [...this.#people.values()]
  }

  add(id: string, role: Role = 'edit'): Person {
    const person: Person = { id, role, since: this.#world.now, removals: 0, accessChanges: 0 }
    this.#people.set(id, person)
    return person
  }

  get(id: string): Person {
    const person = this.#people.get(id)
    if (!person) throw new Error(`nobody is called ${id}`)
    return person
  }

  change(person: Person, role: Role): void {
    if (person.role === role) return
    this.#world.note(() => `${person.id}      may now: ${role}`)
    // From one of those who may not write to the other nothing begins anew.
    if (person.role === 'edit' || role === 'edit') person.since = this.#world.now
    if (role === 'removed') person.removals++
    person.accessChanges++
    person.role = role
  }

  /** Whether bytes of this person may be taken now. */
  mayWrite({ role, since }: Person): boolean {
    return role === 'edit' || this.#world.now - since < takesEffectMs
  }
}
