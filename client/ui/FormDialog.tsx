/** A form in a dialog: its buttons and what was refused stay in sight however long it is. */
import { type ReactNode, useId } from 'react'
import { useRefusalWords } from '#client/api/refusal-words.ts'
import type { Refused } from '#client/api/refused.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { BareForm } from './Form.tsx'
import { Notice } from './Notice.tsx'
import { useWrongField } from './use-wrong-field.ts'

export function FormDialog({
  title,
  description,
  submit,
  beside,
  busy,
  refused,
  onSubmit,
  onClose,
  wide = false,
  children,
}: {
  title: string
  description?: ReactNode
  /** The words of the button that sends. */
  submit: string
  /** A button that stands in for *Cancel*. */
  beside?: ReactNode
  busy: boolean
  refused: Refused | null
  onSubmit: () => void
  onClose: () => void
  wide?: boolean
  children: ReactNode
}) {
  const say = useWords()
  const sayRefusal = useRefusalWords()
  const id = useId()
  const saidAtField = useWrongField(refused, id)
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={description}
      wide={wide}
      actions={
        <>
          {refused && !saidAtField && <Notice kind="error">{sayRefusal(refused)}</Notice>}
          {beside ?? <Button onClick={onClose}>{say('ui.cancel')}</Button>}
          <Button type="submit" form={id} kind="main" busy={busy}>
            {submit}
          </Button>
        </>
      }
    >
      <BareForm id={id} onSubmit={onSubmit}>
        {children}
      </BareForm>
    </Dialog>
  )
}
