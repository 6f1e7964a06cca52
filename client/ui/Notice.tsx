/** A few words that stand out: what is so, what to mind, what went wrong, what was done. */
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Notice.module.css'

const icons = { info: Info, wait: TriangleAlert, error: CircleAlert, done: CircleCheck }

export function Notice({
  kind = 'info',
  children,
}: {
  kind?: keyof typeof icons
  children: ReactNode
}) {
  const Icon = icons[kind]
  return (
    <div
      className={`${styles.notice} ${styles[kind]}`}
      role={kind === 'error' ? 'alert' : undefined}
    >
      <Icon aria-hidden="true" />
      <div>{children}</div>
    </div>
  )
}
