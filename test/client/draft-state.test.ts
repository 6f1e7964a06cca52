/** What the screen says of a draft, in every case there is. */
import { describe, expect, test } from 'vitest'
import {
  type DraftFacts,
  type DraftState,
  draftStateOf,
  draftStates,
} from '#client/sync/draft-state.ts'
import { closeCodes } from '#shared/sync/close-codes.ts'
import { type SocketMode, socketModes } from '#shared/sync/messages.ts'

const modes = [null, ...socketModes]
const both = [true, false]

/** Every combination of facts of a connection that was not ended for good. */
const everyCase: DraftFacts[] = both.flatMap((connected) =>
  both.flatMap((synced) =>
    both.flatMap((everSynced) =>
      both.flatMap((unsaved) =>
        modes.map((mode) => ({ connected, synced, everSynced, mode, unsaved, closedWith: null })),
      ),
    ),
  ),
)

/** Which facts make which state; a fact that is not named may be either. Each case fits one row. */
const table: [state: DraftState, facts: Partial<DraftFacts> & { modes?: (SocketMode | null)[] }][] =
  [
    ['on-this-device', { connected: false, unsaved: true }],
    ['offline', { connected: false, unsaved: false, everSynced: true }],
    ['connecting', { connected: false, unsaved: false, everSynced: false }],
    ['read-only', { connected: true, unsaved: false, modes: ['read'] }],
    ['not-allowed', { connected: true, unsaved: true, modes: ['read'] }],
    ['paused', { connected: true, unsaved: true, modes: ['paused'] }],
    ['saving', { connected: true, unsaved: true, modes: ['edit', null] }],
    ['saved', { connected: true, unsaved: false, synced: true, modes: ['edit', 'paused', null] }],
    [
      'connecting',
      { connected: true, unsaved: false, synced: false, modes: ['edit', 'paused', null] },
    ],
  ]

const fits = (facts: DraftFacts, { modes: list, ...row }: (typeof table)[number][1]) =>
  (!list || list.includes(facts.mode)) &&
  Object.entries(row).every(([name, value]) => facts[name as keyof DraftFacts] === value)

describe('[DRAFT2] what is said of a draft', () => {
  test.each(everyCase)(
    'connected $connected, synced $synced, ever $everSynced, mode $mode, unsaved $unsaved',
    (facts) => {
      const rows = table.filter(([, row]) => fits(facts, row))
      expect(rows).toHaveLength(1)
      expect(draftStateOf(facts)).toBe(rows[0]?.[0])
    },
  )

  test('is “saved” only with a connection, everything arrived, and nothing waiting', () => {
    for (const facts of everyCase.filter((one) => draftStateOf(one) === 'saved')) {
      expect(facts).toMatchObject({ connected: true, synced: true, unsaved: false })
    }
  })

  test('is never “saved” or “offline, all saved” while something is not on the server’s disk', () => {
    for (const facts of everyCase.filter(({ unsaved }) => unsaved)) {
      expect(['saved', 'offline', 'connecting']).not.toContain(draftStateOf(facts))
    }
  })
})

describe('[DRAFT2] an end for good is told by its reason, whatever else holds', () => {
  test.each<[reason: keyof typeof closeCodes, state: DraftState]>([
    ['signedOut', 'signed-out'],
    ['notAllowed', 'not-allowed'],
    ['notFound', 'not-found'],
    ['outdated', 'outdated'],
    ['tooLong', 'too-long'],
    ['badFrame', 'rejected'],
    ['tooMany', 'rejected'],
  ])('%s', (reason, state) => {
    for (const facts of everyCase) {
      expect(draftStateOf({ ...facts, closedWith: closeCodes[reason] })).toBe(state)
    }
  })

  test('and by “rejected” when the reason is not known', () => {
    for (const facts of everyCase) {
      expect(draftStateOf({ ...facts, closedWith: 4499 })).toBe('rejected')
    }
  })
})

test('every state can come about', () => {
  const closed = Object.values(closeCodes).flatMap((code) =>
    everyCase.map((facts) => draftStateOf({ ...facts, closedWith: code })),
  )
  const found = new Set([...everyCase.map(draftStateOf), ...closed])
  expect([...found].sort()).toEqual([...draftStates].sort())
})
