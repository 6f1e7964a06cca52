/** One numbered step of a longer act. */
import { type ReactNode, useId } from 'react'
import styles from './Step.module.css'

export function Step({
  number,
  title,
  actions,
  children,
}: {
  number: number
  title: string
  actions?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.step} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>
          <span className={styles.number}>{number}</span>
          {title}
        </h2>
        {actions}
      </header>
      {children}
    </section>
  )
}
