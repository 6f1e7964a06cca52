/** The one access decision: strangers, people and signers, at places of theirs, of others, and at none. */
import { describe, expect, test } from 'vitest'
import { type Actor, requirePerson, requireRole } from '#server/domain/access.ts'
import { Refusal } from '#shared/refusals.ts'
import { type Act, acts, type Grant, mayI, type Place, type Role, roles } from '#shared/roles.ts'

const stranger: Actor = { kind: 'stranger' }
const signer: Actor = { kind: 'signer', invitation: 'i', statement: 's', organisation: 'o' }
const person = (...grants: Grant[]): Actor => ({
  kind: 'person',
  id: 'p',
  name: 'Айгүл',
  session: 'x',
  grants,
  accessChanges: 0,
})
const holding = (role: Role, statement: string | null = null, coalition = 'A') =>
  person({ coalition, statement, role })

const places: { [name: string]: Place | null } = {
  coalition: { coalition: 'A' },
  statement: { coalition: 'A', statement: 's' },
  'another statement': { coalition: 'A', statement: 'other' },
  'a foreign coalition': { coalition: 'B' },
  'a foreign statement': { coalition: 'B', statement: 'foreign' },
  nowhere: null,
}
const everyAct = Object.keys(acts) as Act[]

/** `may`, or the code of the refusal. */
function answer(ask: () => unknown): string {
  try {
    ask()
    return 'may'
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.code
    throw refusal
  }
}

describe.each(Object.entries(places))('[REV1] at %s', (_, place) => {
  test.each(everyAct)(
    'strangers and signers are asked to sign in, whatever is there (%s)',
    (act) => {
      for (const actor of [stranger, signer]) {
        expect(answer(() => requireRole(actor, act, place))).toBe('signed-out')
      }
    },
  )

  test.each(everyAct)(
    'somebody without any part in it is told that there is nothing (%s)',
    (act) => {
      for (const actor of [
        person(),
        holding('co-ordinator', null, 'C'),
        holding('editor', 's', 'C'),
      ]) {
        expect(answer(() => requireRole(actor, act, place))).toBe('not-found')
      }
    },
  )
})

describe.each(roles)('[REV1] a %s of the coalition', (role) => {
  test.each(everyAct)('may, or is told that the role is too low: %s', (act) => {
    for (const name of ['coalition', 'statement', 'another statement']) {
      const place = places[name] as Place
      const grants = [{ coalition: 'A', statement: null, role }]
      const expected = mayI(grants, act, place) ? 'may' : 'not-allowed'
      expect(answer(() => requireRole(person(...grants), act, place))).toBe(expected)
    }
  })

  test.each(everyAct)(
    'is told that there is nothing in foreign places, as where there is nothing: %s',
    (act) => {
      for (const name of ['a foreign coalition', 'a foreign statement', 'nowhere']) {
        expect(answer(() => requireRole(holding(role), act, places[name] ?? null))).toBe(
          'not-found',
        )
      }
    },
  )
})

describe('[REV1] a guest on one statement', () => {
  test.each<[act: Act, place: string, expected: string]>([
    ['statement.see', 'statement', 'may'],
    ['draft.edit', 'statement', 'may'],
    ['release.freeze', 'statement', 'not-allowed'],
    ['signatures.see', 'statement', 'not-allowed'],
    ['statement.see', 'another statement', 'not-found'],
    ['draft.edit', 'another statement', 'not-found'],
    ['coalition.see', 'coalition', 'may'],
    ['organisations.see', 'coalition', 'not-allowed'],
    ['people.see', 'coalition', 'not-allowed'],
    ['statement.start', 'coalition', 'not-allowed'],
    ['statement.see', 'a foreign statement', 'not-found'],
    ['coalition.see', 'a foreign coalition', 'not-found'],
  ])('%s at %s: %s', (act, place, expected) => {
    expect(answer(() => requireRole(holding('editor', 's'), act, places[place] ?? null))).toBe(
      expected,
    )
  })

  test('is told nothing of the others, whatever the role: even that they exist', () => {
    for (const role of roles) {
      for (const act of everyAct) {
        const place = places['another statement'] ?? null
        expect(answer(() => requireRole(holding(role, 's'), act, place))).toBe('not-found')
      }
    }
  })
})

test('who may is handed back as the person who asks', () => {
  const actor = holding('co-ordinator')
  expect(requireRole(actor, 'people.manage', { coalition: 'A' })).toBe(actor)
  expect(requirePerson(actor)).toBe(actor)
})

test.each([[stranger], [signer]])('a session is asked for from whoever has none (%o)', (actor) => {
  expect(answer(() => requirePerson(actor))).toBe('signed-out')
})
