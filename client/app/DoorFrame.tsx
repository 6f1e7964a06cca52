/** What stands around the screens behind a link, before anybody is signed in: the woven band and the language. */
import type { ReactNode } from 'react'
import styles from './DoorFrame.module.css'
import { LanguageChoice } from './LanguageChoice.tsx'
import mark from './mark.svg'

export function DoorFrame({ children }: { children: ReactNode }) {
  return (
    <div className={styles.door}>
      <div className={styles.band} aria-hidden="true" />
      <header className={styles.head}>
        <img src={mark} alt="" width="28" height="28" />
        <LanguageChoice />
      </header>
      {children}
    </div>
  )
}
