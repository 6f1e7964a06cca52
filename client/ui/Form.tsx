/** A form: sends on Enter, says what was refused, keeps what was typed and leads back to what is wrong. */
import { type FormEvent, type ReactNode, useId } from 'react'
import { useRefusalWords } from '#client/api/refusal-words.ts'
import type { Refused } from '#client/api/refused.ts'
import styles from './Form.module.css'
import { Notice } from './Notice.tsx'
import { useWrongField } from './use-wrong-field.ts'

export function Form({
  onSubmit,
  refused,
  children,
  actions,
}: {
  onSubmit: () => void
  refused?: Refused | null
  children: ReactNode
  actions: ReactNode
}) {
  const sayRefusal = useRefusalWords()
  const id = useId()
  const saidAtField = useWrongField(refused, id)
  return (
    <BareForm id={id} onSubmit={onSubmit}>
      {children}
      {refused && !saidAtField && <Notice kind="error">{sayRefusal(refused)}</Notice>}
      <div className={styles.actions}>{actions}</div>
    </BareForm>
  )
}

/** The fields alone, for buttons that stand elsewhere and name the form by its id. */
export function BareForm({
  id,
  onSubmit,
  children,
}: {
  id: string
  onSubmit: () => void
  children: ReactNode
}) {
  function submit(event: FormEvent) {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form id={id} className={styles.form} onSubmit={submit} noValidate>
      {children}
    </form>
  )
}
