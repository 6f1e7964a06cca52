/** How an organisation's answer stands, folded from its steps, and which steps may follow. [SIGN4] */
import { Refusal, type RefusalCode } from '#shared/refusals.ts'
import {
  defaultVisibility,
  type MandateBasis,
  type SignatureState,
  type SignatureStep,
  type Visibility,
} from '#shared/signatures.ts'

export type Step = {
  step: SignatureStep
  at: Date
  visibility: Visibility | null
  basis: MandateBasis | null
}

/** An answer to one release. `asked` is the state of somebody who has not yet done anything about it. */
export type Standing = {
  state: SignatureState
  since: Date | null
  visibility: Visibility
  basis: MandateBasis
}

/** Folds the steps, oldest first. An organisation that signed an earlier release is asked to confirm again. */
export function standingOf(steps: readonly Step[], signedBefore: boolean): Standing {
  const standing: Standing = {
    state: signedBefore ? 'needs-re-confirmation' : 'invited',
    since: null,
    visibility: defaultVisibility,
    basis: 'self-declared',
  }
  for (const { step, at, visibility, basis } of steps) {
    if (visibility) standing.visibility = visibility
    if (basis) standing.basis = basis
    standing.since ??= at
    // A new link changes nothing in an answer; a look at the text does not confirm it.
    if (step === 'visibility-changed' || step === 'invited') continue
    if (step === 'opened' && signedBefore) continue
    standing.state = step
    standing.since = at
  }
  return standing
}

/** From which states each step may be taken. */
const before: Record<Exclude<SignatureStep, 'invited'>, readonly SignatureState[]> = {
  opened: ['invited', 'needs-re-confirmation'],
  signed: ['invited', 'opened', 'declined', 'withdrawn', 'refused', 'needs-re-confirmation'],
  admitted: ['signed'],
  refused: ['signed', 'admitted'],
  declined: ['invited', 'opened', 'needs-re-confirmation'],
  withdrawn: ['signed', 'admitted'],
  'visibility-changed': ['signed', 'admitted'],
}

export const mayFollow = (step: keyof typeof before, state: SignatureState): boolean =>
  before[step].includes(state)

/** Throws the refusal that fits when the step cannot follow the state. */
export function requireFollowing(step: keyof typeof before, state: SignatureState): void {
  if (!mayFollow(step, state)) throw new Refusal(refusalFor(step, state))
}

function refusalFor(step: keyof typeof before, state: SignatureState): RefusalCode {
  const signed = state === 'signed' || state === 'admitted'
  if (step === 'signed' || (step === 'declined' && signed)) return 'already-signed'
  if (step === 'declined') return 'already-answered'
  if (step === 'withdrawn' || step === 'visibility-changed') return 'not-signed'
  return 'state-changed'
}

/** A co-ordinator may only make a name less visible; only the signer makes it more so. [SIGN7] */
export function hiddenFrom(visibility: Visibility): Visibility {
  return visibility === 'confidential' ? 'confidential' : 'withheld'
}

/** Throws `second-person-needed` when the checker also made the link that was signed through. [SIGN5] */
export function requireSecondPerson(checker: string, linkMaker: string): void {
  if (checker === linkMaker) throw new Refusal('second-person-needed')
}
