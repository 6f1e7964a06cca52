/** A list on one sheet of paper, a line between its entries. */
import type { ReactNode } from 'react'
import styles from './Rows.module.css'

export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.rows} aria-label={label}>
      {children}
    </ul>
  )
}

export function Row({
  start,
  end,
  children,
}: {
  /** A face or a mark before the entry. */
  start?: ReactNode
  /** What can be done with the entry. */
  end?: ReactNode
  children: ReactNode
}) {
  return (
    <li className={styles.row}>
      {start}
      <div className={styles.main}>{children}</div>
      {end && <div className={styles.end}>{end}</div>}
    </li>
  )
}
