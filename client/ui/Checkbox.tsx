/** One thing to agree to. */
import { type ReactNode, useId } from 'react'
import styles from './Choices.module.css'

export function Checkbox({
  name,
  label,
  checked,
  onChange,
  error,
}: {
  name?: string
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  error?: string | undefined
}) {
  const id = useId()
  return (
    <div className={styles.group}>
      <label className={styles.option}>
        <input
          type="checkbox"
          name={name}
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          {...(error && { 'aria-invalid': true, 'aria-describedby': id })}
        />
        <span>{label}</span>
      </label>
      {error && (
        <p id={id} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  )
}
