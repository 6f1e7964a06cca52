/** Who may do what: the roles, the acts, and the least role that each act asks for. [REV1] */

/** From least to most. Each role may do all that those before it may. */
export const roles = ['reader', 'reviewer', 'editor', 'co-ordinator'] as const
export type Role = (typeof roles)[number]

export const atLeast = (role: Role, least: Role): boolean =>
  roles.indexOf(role) >= roles.indexOf(least)

/** The higher of two roles, where one person holds a role in the coalition and another on a statement. */
export const higherRole = (a: Role, b: Role): Role => (atLeast(a, b) ? a : b)

/**
 * Every act, the least role that it asks for, and where that role must hold: in the whole
 * `coalition`, at least on the `statement` in question, or `anywhere` in the coalition. What is done to
 * a draft is done `unlessLocked`.
 */
export const acts = {
  'coalition.see': { least: 'reader', holding: 'anywhere' },
  'organisations.see': { least: 'reader', holding: 'coalition' },
  'organisations.manage': { least: 'editor', holding: 'coalition' },
  'people.see': { least: 'editor', holding: 'coalition' },
  'people.manage': { least: 'co-ordinator', holding: 'coalition' },
  'statement.start': { least: 'editor', holding: 'coalition' },
  'statement.see': { least: 'reader', holding: 'statement' },
  'statement.change': { least: 'co-ordinator', holding: 'coalition' },
  'draft.read': { least: 'reader', holding: 'statement' },
  'draft.edit': { least: 'editor', holding: 'statement', unlessLocked: true },
  'release.see': { least: 'reader', holding: 'statement' },
  'release.freeze': { least: 'co-ordinator', holding: 'coalition' },
  'release.publish': { least: 'co-ordinator', holding: 'coalition' },
  'signatures.see': { least: 'co-ordinator', holding: 'coalition' },
  'signatures.manage': { least: 'co-ordinator', holding: 'coalition' },
} as const satisfies Record<
  string,
  { least: Role; holding: 'anywhere' | 'coalition' | 'statement'; unlessLocked?: true }
>

export type Act = keyof typeof acts

/** What a person holds: a role in a whole coalition, or (with `statement`) on one statement of it. */
export type Grant = { coalition: string; statement: string | null; role: Role }

/** Where an act is done: in a coalition, or on one of its statements, whose draft may be locked. */
export type Place = {
  coalition: string
  statement?: string | undefined
  locked?: boolean | undefined
}

/** The highest role that these grants give on a statement, or in the whole coalition when no statement is named. */
export function roleAt(grants: readonly Grant[], { coalition, statement }: Place): Role | null {
  return highest(
    grants.filter(
      (grant) =>
        grant.coalition === coalition &&
        (grant.statement === null || grant.statement === statement),
    ),
  )
}

/** Whether these grants allow the act at this place: the one decision that server and screens share. */
export function mayI(grants: readonly Grant[], act: Act, place: Place): boolean {
  return !isStopped(act, place) && mayIUnlocked(grants, act, place)
}

/** Whether nobody may do it here, whatever the role, since the draft is locked. */
const isStopped = (act: Act, { locked = false }: Place): boolean =>
  locked && 'unlessLocked' in acts[act]

/** Whether the lock of the draft is all that keeps whoever holds these grants from the act. */
export const isLockedOut = (grants: readonly Grant[], act: Act, place: Place): boolean =>
  isStopped(act, place) && mayIUnlocked(grants, act, place)

function mayIUnlocked(grants: readonly Grant[], act: Act, place: Place): boolean {
  const { least, holding } = acts[act]
  const here = grants.filter(({ coalition }) => coalition === place.coalition)
  const role =
    holding === 'anywhere'
      ? highest(here)
      : roleAt(here, holding === 'coalition' ? { coalition: place.coalition } : place)
  return role !== null && atLeast(role, least)
}

const highest = (grants: readonly Grant[]): Role | null =>
  grants.reduce<Role | null>((best, { role }) => (best ? higherRole(best, role) : role), null)
