/** Who may do what, and where: the one decision that server and screens share. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Act,
  acts,
  atLeast,
  type Grant,
  higherRole,
  mayI,
  type Place,
  type Role,
  roleAt,
  roles,
} from '#shared/roles.ts'

const grant = (role: Role, statement: string | null = null, coalition = 'A'): Grant => ({
  coalition,
  statement,
  role,
})
const inCoalition: Place = { coalition: 'A' }
const onStatement: Place = { coalition: 'A', statement: 's' }

/** For each act the roles that may do it: held in the coalition, and held on the statement alone. */
const table: [act: Act, inWhole: string, onStatement: string][] = [
  ['coalition.see', 'reader reviewer editor co-ordinator', 'reader reviewer editor co-ordinator'],
  ['organisations.see', 'reader reviewer editor co-ordinator', ''],
  ['organisations.manage', 'editor co-ordinator', ''],
  ['people.see', 'editor co-ordinator', ''],
  ['people.manage', 'co-ordinator', ''],
  ['statement.start', 'editor co-ordinator', ''],
  ['statement.see', 'reader reviewer editor co-ordinator', 'reader reviewer editor co-ordinator'],
  ['statement.change', 'co-ordinator', ''],
  ['draft.read', 'reader reviewer editor co-ordinator', 'reader reviewer editor co-ordinator'],
  ['draft.edit', 'editor co-ordinator', 'editor co-ordinator'],
  ['release.see', 'reader reviewer editor co-ordinator', 'reader reviewer editor co-ordinator'],
  ['release.freeze', 'co-ordinator', ''],
  ['release.publish', 'co-ordinator', ''],
  ['signatures.see', 'co-ordinator', ''],
  ['signatures.manage', 'co-ordinator', ''],
]

test('[REV1] every act stands in the table', () => {
  expect(table.map(([act]) => act).sort()).toEqual(Object.keys(acts).sort())
})

describe.each(table)('[REV1] %s', (act, inWhole, onOne) => {
  const allowed = (make: (role: Role) => Grant, place: Place) =>
    roles.filter((role) => mayI([make(role)], act, place)).join(' ')

  test('by the roles in the whole coalition that may, at every place of it', () => {
    expect(allowed((role) => grant(role), inCoalition)).toBe(inWhole)
    expect(allowed((role) => grant(role), onStatement)).toBe(inWhole)
  })

  test('by the roles on the one statement that may', () => {
    expect(allowed((role) => grant(role, 's'), onStatement)).toBe(onOne)
  })

  test('by nobody from another coalition, nor on another statement, unless it holds anywhere', () => {
    expect(allowed((role) => grant(role, null, 'B'), inCoalition)).toBe('')
    expect(allowed((role) => grant(role, null, 'B'), onStatement)).toBe('')
    expect(allowed((role) => grant(role, 's', 'B'), onStatement)).toBe('')
    expect(allowed((role) => grant(role, 'other'), onStatement)).toBe(
      act === 'coalition.see' ? onOne : '',
    )
  })

  test('by nobody without a grant', () => {
    expect(mayI([], act, onStatement)).toBe(false)
  })
})

test('[REV1] of several grants the highest counts', () => {
  const grants = [grant('reader'), grant('editor', 's'), grant('co-ordinator', 'other')]
  expect(roleAt(grants, inCoalition)).toBe('reader')
  expect(roleAt(grants, onStatement)).toBe('editor')
  expect(roleAt(grants, { coalition: 'B' })).toBeNull()
  expect(mayI(grants, 'draft.edit', onStatement)).toBe(true)
  expect(mayI(grants, 'draft.edit', { coalition: 'A', statement: 'third' })).toBe(false)
  expect(mayI(grants, 'release.freeze', { coalition: 'A', statement: 'other' })).toBe(false)
})

test('[REV1] a lower role on one statement takes nothing from a higher one in the coalition', () => {
  expect(roleAt([grant('editor'), grant('reader', 's')], onStatement)).toBe('editor')
})

test('roles are in one order', () => {
  const role = fc.constantFrom(...roles)
  fc.assert(
    fc.property(role, role, (a, b) => {
      expect(atLeast(a, b) || atLeast(b, a)).toBe(true)
      expect(higherRole(a, b)).toBe(higherRole(b, a))
      expect(atLeast(higherRole(a, b), a)).toBe(true)
    }),
  )
})

const anyGrant = fc.record({
  coalition: fc.constantFrom('A', 'B'),
  statement: fc.constantFrom(null, 's', 'o'),
  role: fc.constantFrom(...roles),
})
const anyPlace = fc.record({
  coalition: fc.constantFrom('A', 'B'),
  statement: fc.constantFrom('s', 'o', undefined),
})
const anyAct = fc.constantFrom(...(Object.keys(acts) as Act[]))

test('[REV1] one more grant, or a higher role, never takes a right away', () => {
  fc.assert(
    fc.property(
      fc.array(anyGrant, { maxLength: 4 }),
      anyGrant,
      anyAct,
      anyPlace,
      (grants, more, act, place) => {
        if (mayI(grants, act, place)) expect(mayI([more, ...grants], act, place)).toBe(true)
        const raised = grants.map((one) => ({ ...one, role: 'co-ordinator' as const }))
        if (mayI(grants, act, place)) expect(mayI(raised, act, place)).toBe(true)
      },
    ),
  )
})

test('[REV1] grants of one coalition mean nothing in another', () => {
  fc.assert(
    fc.property(fc.array(anyGrant), anyAct, anyPlace, (grants, act, place) => {
      const elsewhere = grants.filter(({ coalition }) => coalition !== place.coalition)
      expect(mayI(elsewhere, act, place)).toBe(false)
    }),
  )
})
