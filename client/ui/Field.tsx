/** One thing to fill in: its name, the control, a hint, and what is wrong with it. */
import { type ComponentProps, type ReactNode, useId } from 'react'
import { useWords } from '#client/i18n/words.ts'
import styles from './Field.module.css'

type Frame = {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** Says beside the name that nothing need be filled in. */
  optional?: boolean
}

export function TextField({
  label,
  hint,
  error,
  optional,
  ...rest
}: Frame & ComponentProps<'input'>) {
  return (
    <Framed label={label} hint={hint} error={error} optional={optional ?? false}>
      {(ids) => <input type="text" className={styles.control} {...ids} {...rest} />}
    </Framed>
  )
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  ...rest
}: Frame & ComponentProps<'textarea'>) {
  return (
    <Framed label={label} hint={hint} error={error} optional={optional ?? false}>
      {(ids) => <textarea rows={3} className={styles.control} {...ids} {...rest} />}
    </Framed>
  )
}

export function SelectField({
  label,
  hint,
  error,
  optional,
  options,
  ...rest
}: Frame & ComponentProps<'select'> & { options: readonly { value: string; label: string }[] }) {
  return (
    <Framed label={label} hint={hint} error={error} optional={optional ?? false}>
      {(ids) => (
        <select className={styles.control} {...ids} {...rest}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Framed>
  )
}

type Ids = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

function Framed({
  label,
  hint,
  error,
  optional,
  children,
}: Frame & { children: (ids: Ids) => ReactNode }) {
  const say = useWords()
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label}
        {optional && <span className={styles.optional}> · {say('ui.optional')}</span>}
      </label>
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true }),
      })}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  )
}
