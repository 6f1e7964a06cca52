/** What an action is called with: who asks, where, and the input after its schema has cleaned it. */
import type { BodyOf, Endpoint, ParamsOf, QueryOf } from '#shared/api/endpoint.ts'
import type { Place } from '#shared/roles.ts'
import type { Actor, PersonActor, SignerActor } from '../domain/access.ts'

/** Lets an action begin or end the session of the browser that called it. */
export type SessionKeeper = {
  start(token: string, expiresAt: Date): void
  end(): void
}

/** The caller, as far as the endpoint's access rule has made sure of it. */
type ActorOf<E extends Endpoint> = E['access'] extends { by: 'anyone' }
  ? Actor
  : E['access'] extends { by: 'signer' }
    ? SignerActor
    : PersonActor

export type Call<E extends Endpoint> = {
  actor: ActorOf<E>
  /** Where the object of the call belongs; the access decision was made on it. */
  place: E['access'] extends { by: 'role' } ? Place : null
  params: ParamsOf<E>
  query: QueryOf<E>
  body: BodyOf<E>
  session: SessionKeeper
}
