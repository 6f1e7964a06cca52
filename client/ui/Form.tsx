/** A form: sends on Enter, says what was refused, keeps what was typed. */
import type { FormEvent, ReactNode } from 'react'
import { useRefusalWords } from '#client/api/refusal-words.ts'
import type { Refused } from '#client/api/refused.ts'
import styles from './Form.module.css'
import { Notice } from './Notice.tsx'

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
  function submit(event: FormEvent) {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {children}
      {refused && <Notice kind="error">{sayRefusal(refused)}</Notice>}
      <div className={styles.actions}>{actions}</div>
    </form>
  )
}
