/** How an answer stands, which step may follow which state, and who may make a name more or less visible. */
import { describe, expect, test } from 'vitest'
import {
  hiddenFrom,
  mayFollow,
  requireFollowing,
  requireSecondPerson,
  type Standing,
  type Step,
  standingOf,
} from '#server/domain/signing.ts'
import { Refusal } from '#shared/refusals.ts'
import { type SignatureState, signatureStates, visibilities } from '#shared/signatures.ts'

type TakenStep = Parameters<typeof mayFollow>[0]

/** For each step what it is told in each state: `yes`, or the code of the refusal. */
const table: { [step in TakenStep]: { [state in SignatureState]: string } } = {
  opened: {
    invited: 'yes',
    opened: 'state-changed',
    signed: 'state-changed',
    admitted: 'state-changed',
    refused: 'state-changed',
    declined: 'state-changed',
    withdrawn: 'state-changed',
    'needs-re-confirmation': 'yes',
  },
  signed: {
    invited: 'yes',
    opened: 'yes',
    signed: 'already-signed',
    admitted: 'already-signed',
    refused: 'yes',
    declined: 'yes',
    withdrawn: 'yes',
    'needs-re-confirmation': 'yes',
  },
  admitted: {
    invited: 'state-changed',
    opened: 'state-changed',
    signed: 'yes',
    admitted: 'state-changed',
    refused: 'state-changed',
    declined: 'state-changed',
    withdrawn: 'state-changed',
    'needs-re-confirmation': 'state-changed',
  },
  refused: {
    invited: 'state-changed',
    opened: 'state-changed',
    signed: 'yes',
    admitted: 'yes',
    refused: 'state-changed',
    declined: 'state-changed',
    withdrawn: 'state-changed',
    'needs-re-confirmation': 'state-changed',
  },
  declined: {
    invited: 'yes',
    opened: 'yes',
    signed: 'already-signed',
    admitted: 'already-signed',
    refused: 'already-answered',
    declined: 'already-answered',
    withdrawn: 'already-answered',
    'needs-re-confirmation': 'yes',
  },
  withdrawn: {
    invited: 'not-signed',
    opened: 'not-signed',
    signed: 'yes',
    admitted: 'yes',
    refused: 'not-signed',
    declined: 'not-signed',
    withdrawn: 'not-signed',
    'needs-re-confirmation': 'not-signed',
  },
  'visibility-changed': {
    invited: 'not-signed',
    opened: 'not-signed',
    signed: 'yes',
    admitted: 'yes',
    refused: 'not-signed',
    declined: 'not-signed',
    withdrawn: 'not-signed',
    'needs-re-confirmation': 'not-signed',
  },
}

describe.each(Object.entries(table) as [TakenStep, { [state in SignatureState]: string }][])(
  '[SIGN4] %s',
  (step, told) => {
    test.each(signatureStates)('after %s', (state) => {
      let answer = 'yes'
      try {
        requireFollowing(step, state)
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal
        answer = refusal.code
      }
      expect(answer).toBe(told[state])
      expect(mayFollow(step, state)).toBe(told[state] === 'yes')
    })
  },
)

describe('[SIGN5] nothing is admitted but what was signed', () => {
  test.each(signatureStates.filter((state) => state !== 'signed'))('not %s', (state) => {
    expect(mayFollow('admitted', state)).toBe(false)
  })

  test('and by a second person', () => {
    expect(() => requireSecondPerson('p', 'p')).toThrow(new Refusal('second-person-needed'))
    expect(() => requireSecondPerson('p', 'q')).not.toThrow()
  })
})

const minute = (n: number) => new Date(Date.UTC(2026, 10, 14, 6, n))
/** Steps a minute apart. `signed withheld` and `admitted vouched` carry a visibility and a basis. */
const steps = (...lines: string[]): Step[] =>
  lines.map((line, at) => {
    const [step, detail = null] = line.split(' ')
    const isVisibility = visibilities.some((one) => one === detail)
    return {
      step,
      at: minute(at),
      visibility: isVisibility ? detail : null,
      basis: isVisibility ? null : detail,
    } as Step
  })

describe('[SIGN4] where an answer stands is folded from its steps', () => {
  const nothing: Standing = {
    state: 'invited',
    since: null,
    visibility: 'from-publication',
    basis: 'self-declared',
  }
  test.each<[what: string, taken: Step[], before: boolean, expected: Partial<Standing>]>([
    ['nothing done yet', [], false, nothing],
    [
      'nothing done yet, after signing an earlier release',
      [],
      true,
      { ...nothing, state: 'needs-re-confirmation' },
    ],
    [
      'the last step counts, with its moment',
      steps('invited', 'opened', 'signed withheld'),
      false,
      { state: 'signed', since: minute(2) },
    ],
    ['an invitation alone', steps('invited'), false, { state: 'invited', since: minute(0) }],
    [
      'an invitation to confirm again is no new beginning',
      steps('invited'),
      true,
      { state: 'needs-re-confirmation', since: minute(0) },
    ],
    [
      'an earlier signer who opened',
      steps('invited', 'opened'),
      true,
      { state: 'needs-re-confirmation', since: minute(0) },
    ],
    [
      'an earlier signer who signed again',
      steps('invited', 'signed'),
      true,
      { state: 'signed', since: minute(1) },
    ],
    [
      'a change of visibility is no change of state',
      steps('signed public', 'admitted vouched', 'visibility-changed withheld'),
      false,
      { state: 'admitted', since: minute(1), visibility: 'withheld', basis: 'vouched' },
    ],
    [
      'what was chosen last is what counts',
      steps('signed withheld', 'withdrawn', 'signed public'),
      false,
      { state: 'signed', visibility: 'public' },
    ],
    [
      'a step that says nothing of it changes neither visibility nor basis',
      steps('signed public', 'admitted document-seen', 'withdrawn'),
      false,
      { state: 'withdrawn', visibility: 'public', basis: 'document-seen' },
    ],
    [
      'a refusal after admission',
      steps('signed', 'admitted vouched', 'refused'),
      false,
      { state: 'refused', since: minute(2) },
    ],
  ])('%s', (_, taken, before, expected) => {
    expect(standingOf(taken, before)).toMatchObject(expected)
  })

  test('[SIGN7] until the signer chooses, the name is withheld until publication', () => {
    expect(standingOf(steps('invited', 'opened'), false).visibility).toBe('from-publication')
  })
})

describe('[SIGN7] a co-ordinator hides a name, and never shows one', () => {
  test.each([
    ['public', 'withheld'],
    ['from-publication', 'withheld'],
    ['withheld', 'withheld'],
    ['confidential', 'confidential'],
  ] as const)('%s becomes %s', (visibility, hidden) => {
    expect(hiddenFrom(visibility)).toBe(hidden)
    expect(visibilities.indexOf(hidden)).toBeGreaterThanOrEqual(visibilities.indexOf(visibility))
  })
})
