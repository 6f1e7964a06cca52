/** The body of a screen: its heading, what can be done here, and the content at a readable width. */
import { type ReactNode, useEffect } from 'react'
import { Main } from './Main.tsx'
import styles from './Page.module.css'

export function Page({
  title,
  lead,
  actions,
  width = 'wide',
  children,
}: {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  /** `narrow` for forms and reading, `wide` for lists. */
  width?: 'narrow' | 'wide'
  children: ReactNode
}) {
  usePageTitle(title)
  return (
    <Main className={`${styles.page} ${styles[width]}`}>
      <header className={styles.head}>
        <div>
          <h1>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </Main>
  )
}

/** Names the screen in the browser's tab. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Undersigned`
  }, [title])
}
