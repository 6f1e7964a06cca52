/** Something that most people do not need now, folded under its name. */
import type { ReactNode } from 'react'
import styles from './Disclosure.module.css'

export function Disclosure({
  label,
  open = false,
  children,
}: {
  label: ReactNode
  /** Unfolds it, as when something in it is wrong. */
  open?: boolean
  children: ReactNode
}) {
  return (
    <details className={styles.disclosure} open={open}>
      <summary>{label}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  )
}
