/** The buttons and options of the search. */
import type { ReactNode } from 'react'
import styles from './FindBar.module.css'

export function Tool({
  name,
  onPress,
  disabled = false,
  children,
}: {
  name: string
  onPress: () => void
  disabled?: boolean
  children: ReactNode
}) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

export function Option({
  name,
  on,
  onTurn,
}: {
  name: string
  on: boolean
  onTurn: (on: boolean) => void
}) {
  return (
    <label className={styles.option}>
      <input type="checkbox" checked={on} onChange={(event) => onTurn(event.target.checked)} />
      {name}
    </label>
  )
}
