/** Says why what is typed is not saved, or the text cannot be edited any more, and what to do about it. */
import { useWords } from '#client/i18n/words.ts'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import type { DraftState } from '#client/sync/draft-state.ts'
import { useDraftFact } from '#client/sync/use-draft.ts'
import { Button } from '#client/ui/Button.tsx'
import { Notice } from '#client/ui/Notice.tsx'

const worth = [
  'device-full',
  'paused',
  'signed-out',
  'not-allowed',
  'not-found',
  'outdated',
  'too-long',
  'rejected',
] as const satisfies readonly DraftState[]

/** What cannot be taken must go from this device too, or every reload would bring it back. */
const refused: readonly DraftState[] = ['not-allowed', 'too-long', 'rejected']

export function Ended({ draft }: { draft: DraftConnection }) {
  const say = useWords()
  const told = useDraftFact(draft, ({ state }) => worth.find((one) => one === state))
  if (!told) return null
  return (
    <Notice kind={told === 'paused' ? 'wait' : 'error'}>
      <p>{say(`drafting.state.${told}.hint`)}</p>
      {told === 'outdated' && (
        <p>
          <Button small onClick={() => location.reload()}>
            {say('app.reload')}
          </Button>
        </p>
      )}
      {refused.includes(told) && (
        <p>
          <Button small onClick={() => void draft.startOver().then(() => location.reload())}>
            {say('drafting.start-over')}
          </Button>
        </p>
      )}
    </Notice>
  )
}
