/** What the screen says of a draft, in every case there is. */
import { describe, expect, test } from 'vitest'
import {
  type DraftFacts,
  type DraftState,
  draftStateOf,
  draftStates,
} from '#client/sync/draft-state.ts'
import type { Kept } from '#client/sync/kept-draft.ts'
import { closeCodes } from '#shared/sync/close-codes.ts'
import { type SocketMode, socketModes } from '#shared/sync/messages.ts'

const modes = [null, ...socketModes]
const both = [true, false]
const places: Kept[] = ['kept', 'storing', 'full', 'nowhere']

/** Every combination of facts of a connection that was not ended for good. */
const everyCase: DraftFacts[] = both.flatMap((connected) =>
  both.flatMap((synced) =>
    both.flatMap((loaded) =>
      both.flatMap((unsaved) =>
        both.flatMap((failed) =>
          places.flatMap((kept) =>
            modes.map((mode) => ({
              ...{ connected, failed, synced, loaded, mode, unsaved, kept },
              closedWith: null,
            })),
          ),
        ),
      ),
    ),
  ),
)

/** Which facts make which state; a fact that is not named may be either. Each case fits one row. */
const table: [state: DraftState, facts: Partial<DraftFacts> & { modes?: (SocketMode | null)[] }][] =
  [
    ['on-this-device', { connected: false, unsaved: true, kept: 'kept' }],
    ['saving', { connected: false, unsaved: true, kept: 'storing' }],
    ['device-full', { connected: false, unsaved: true, kept: 'full' }],
    ['in-this-window', { connected: false, unsaved: true, kept: 'nowhere' }],
    ['offline', { connected: false, unsaved: false, loaded: true, failed: true }],
    ['connecting', { connected: false, unsaved: false, loaded: true, failed: false }],
    ['connecting', { connected: false, unsaved: false, loaded: false }],
    ['read-only', { connected: true, unsaved: false, modes: ['read'] }],
    ['not-allowed', { connected: true, unsaved: true, modes: ['read'] }],
    ['locked', { connected: true, unsaved: false, modes: ['locked'] }],
    ['locked-unsaved', { connected: true, unsaved: true, modes: ['locked'] }],
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
    'connected $connected, failed $failed, synced $synced, loaded $loaded, mode $mode, unsaved $unsaved, $kept',
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

  test('is “on this device” only when all that the server lacks is really kept there', () => {
    for (const facts of everyCase.filter((one) => draftStateOf(one) === 'on-this-device')) {
      expect(facts).toMatchObject({ unsaved: true, kept: 'kept' })
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
