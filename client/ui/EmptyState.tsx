/** A list with nothing in it yet: what belongs here, and the next step. */
import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}
