/** Something is on its way. Shown only when it takes longer than a blink. */
import { useEffect, useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import styles from './Loading.module.css'
import { Main } from './Main.tsx'

export function Loading({ label }: { label?: string }) {
  const say = useWords()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p className={styles.loading} role="status">
      {late && (
        <>
          <span className={styles.spinner} aria-hidden="true" />
          {label ?? say('ui.loading')}
        </>
      )}
    </p>
  )
}

/** A whole screen that is on its way: what stands around it leads here already. */
export function LoadingPage() {
  return (
    <Main>
      <Loading />
    </Main>
  )
}
