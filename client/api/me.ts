/** Who is signed in on this device, and what that person may do. */
import { seeMe } from '#shared/api/people.ts'
import type { Coalition } from '#shared/coalitions.ts'
import { type Act, type Grant, mayI, type Place } from '#shared/roles.ts'
import { useRead } from './queries.ts'

export type Me = {
  person: { id: string; name: string }
  coalitions: readonly Coalition[]
  grants: readonly Grant[]
  /** Whether I may do this act there; the server decides by the same rule. */
  may(act: Act, place: Place): boolean
}

/** `undefined` until it is known; null when nobody is signed in. */
export function useMe(): Me | null | undefined {
  const { data } = useRead(seeMe, {})
  if (!data) return undefined
  if (!data.person) return null
  const { person, coalitions, grants } = data
  return { person, coalitions, grants, may: (act, place) => mayI(grants, act, place) }
}
