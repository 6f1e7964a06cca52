/** Makes the signing links of some organisations and hands them over, once. [SIGN6] */
import { useEffect, useRef } from 'react'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import type { Organisation } from '#shared/organisations.ts'
import type { Asking } from './asking.ts'
import styles from './LinksDialog.module.css'
import { MadeLinks } from './MadeLinks.tsx'
import { useLinks } from './use-links.ts'

export function LinksDialog({
  asking,
  organisations,
  onClose,
}: {
  asking: Asking
  organisations: readonly Organisation[]
  onClose: () => void
}) {
  const say = useWords()
  const { made, left, refused, busy, make } = useLinks(asking.statement)
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void make(organisations)
  }, [make, organisations])
  return (
    <Dialog
      open
      lasting
      onClose={onClose}
      title={say('signatures.links', { count: organisations.length })}
      actions={
        <Button kind="main" disabled={busy} onClick={onClose}>
          {say('signatures.links.done')}
        </Button>
      }
    >
      {busy && (
        <p className={styles.progress} role="status">
          <progress value={made.length} max={organisations.length} aria-hidden="true" />
          {say('signatures.links.making', { done: made.length, all: organisations.length })}
        </p>
      )}
      {made.length > 0 && <MadeLinks links={made} asking={asking} />}
      {refused && <Problem refused={refused} onRetry={() => void make(left)} />}
    </Dialog>
  )
}
