/** Asks before something that cannot be undone, and says what it will do. */
import type { ReactNode } from 'react'
import { useRefusalWords } from '#client/api/refusal-words.ts'
import type { Refused } from '#client/api/refused.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Notice } from './Notice.tsx'

export function Confirm({
  title,
  children,
  act,
  busy,
  refused,
  onConfirm,
  onClose,
}: {
  title: string
  /** What will happen. */
  children: ReactNode
  /** The words of the button that does it. */
  act: string
  busy: boolean
  refused: Refused | null
  onConfirm: () => void
  onClose: () => void
}) {
  const say = useWords()
  const sayRefusal = useRefusalWords()
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={children}
      actions={
        <>
          {refused && <Notice kind="error">{sayRefusal(refused)}</Notice>}
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button kind="danger" busy={busy} onClick={onConfirm}>
            {act}
          </Button>
        </>
      }
    />
  )
}
