/** Says why what is typed is not saved, or the text cannot be edited any more, and what to do about it. */
import { useWords } from '#client/i18n/words.ts'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import type { DraftState } from '#client/sync/draft-state.ts'
import { useDraftFact } from '#client/sync/use-draft.ts'
import { Button } from '#client/ui/Button.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import { worthTelling } from './worth-telling.ts'

/** What ends without anything that the writer does. */
const passing: readonly DraftState[] = ['paused', 'locked-unsaved']

/** What cannot be taken must go from this device too, or every reload would bring it back. */
const refused: readonly DraftState[] = ['not-allowed', 'too-long', 'rejected']

export function Ended({ draft }: { draft: DraftConnection }) {
  const say = useWords()
  const told = useDraftFact(draft, ({ state }) => worthTelling(state))
  if (!told) return null
  return (
    <Notice kind={passing.includes(told) ? 'wait' : 'error'}>
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
