/** Asks before freezing, and says what becomes of the text, of the draft and of what was frozen before. */
import { useRead } from '#client/api/queries.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Points } from '#client/ui/Points.tsx'
import { listAnswers } from '#shared/api/signatures.ts'
import type { Release } from '#shared/releases.ts'

export function FreezeDialog({
  number,
  newest,
  busy,
  onFreeze,
  onClose,
}: {
  number: number
  newest: Release | undefined
  busy: boolean
  onFreeze: () => void
  onClose: () => void
}) {
  const say = useWords()
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('releases.freeze-as.question', { number })}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button kind="main" busy={busy} onClick={onFreeze}>
            {say('releases.freeze')}
          </Button>
        </>
      }
    >
      <Points>
        <li>{say('releases.freeze.fixed', { number })}</li>
        <li>{say('releases.freeze.drafting-goes-on')}</li>
        {newest?.state === 'candidate' && (
          <li>{say('releases.freeze.closes', { number: newest.number })}</li>
        )}
        {newest?.publishedAt && (
          <li>{say('releases.freeze.published-stays', { number: newest.number })}</li>
        )}
        {newest && <SignedBefore statement={newest.statement} />}
      </Points>
    </Dialog>
  )
}

/** Silence is never consent: who signed the text before is asked again. [REL5] */
function SignedBefore({ statement }: { statement: string }) {
  const say = useWords()
  const { data } = useRead(listAnswers, { params: { statement } })
  const count = data?.answers.filter(({ signature }) => signature !== null).length ?? 0
  return count > 0 && <li>{say('releases.freeze.asks-again', { count })}</li>
}
