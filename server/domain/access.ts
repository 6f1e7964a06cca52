/** The one access decision: whether somebody may do an act at a place. HTTP and sockets both ask here. */
import { Refusal } from '#shared/refusals.ts'
import { type Act, type Grant, isLockedOut, mayI, type Place } from '#shared/roles.ts'

/** Whoever sends a request: nobody known, a person in a session, or the holder of a signing link. */
export type Actor =
  | { kind: 'stranger' }
  | {
      kind: 'person'
      id: string
      name: string
      session: string
      grants: readonly Grant[]
      /** How often what the person may do had changed before the grants were read. */
      accessChanges: number
    }
  | { kind: 'signer'; invitation: string; statement: string; organisation: string }

export type PersonActor = Extract<Actor, { kind: 'person' }>
export type SignerActor = Extract<Actor, { kind: 'signer' }>

/** Whoever changes a draft otherwise than through a socket. */
export type Editor = {
  readonly id: string
  /** How often what this person may do had changed when the change was allowed. */
  readonly accessChanges: number
  /** Decides anew; resolves with how often it has changed by now. Throws a refusal when it is no longer allowed. */
  askAgain(): Promise<number>
}

/** The person who asks. Throws `signed-out` for anybody else. */
export function requirePerson(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw new Refusal('signed-out')
  return actor
}

/**
 * The person who asks, when that person may do the act at the place.
 * Throws `signed-out` without a session, `not-found` where the person has no part in the place (or
 * it does not exist: both look alike), `not-allowed` where the role is too low,
 * `draft-locked` where nobody may just now.
 */
export function requireRole(actor: Actor, act: Act, place: Place | null): PersonActor {
  const person = requirePerson(actor)
  if (place === null || !mayI(person.grants, sightOf(place), place)) throw new Refusal('not-found')
  if (isLockedOut(person.grants, act, place)) throw new Refusal('draft-locked')
  if (!mayI(person.grants, act, place)) throw new Refusal('not-allowed')
  return person
}

const sightOf = (place: Place): Act => (place.statement ? 'statement.see' : 'coalition.see')
