/** A few things to know, one below the other. */
import type { ReactNode } from 'react'
import styles from './Points.module.css'

/** Takes list items. */
export function Points({ children }: { children: ReactNode }) {
  return <ul className={styles.points}>{children}</ul>
}
