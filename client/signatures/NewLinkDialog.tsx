/** A new signing link for an organisation that was invited before. */
import { useState } from 'react'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { organisationName } from '#shared/organisations.ts'
import type { Answer } from '#shared/signatures.ts'
import type { Asking } from './asking.ts'
import { LinksDialog } from './LinksDialog.tsx'

export function NewLinkDialog({
  answer: { organisation, invitation },
  asking,
  onClose,
}: {
  answer: Answer
  asking: Asking
  onClose: () => void
}) {
  const say = useWords()
  const language = useLanguage()
  // Only a link that works is lost by making another.
  const [making, setMaking] = useState(invitation === null)
  const [organisations] = useState([organisation])
  if (making) {
    return <LinksDialog asking={asking} organisations={organisations} onClose={onClose} />
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('signatures.new-link.question', {
        organisation: organisationName(organisation, language),
      })}
      description={say('signatures.new-link.text')}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button kind="main" onClick={() => setMaking(true)}>
            {say('signatures.new-link')}
          </Button>
        </>
      }
    />
  )
}
