/** Says what somebody waits for: a part of the screen that is on its way, or that did not come. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useWords } from '#client/i18n/words.ts'
import { Button } from './Button.tsx'
import { isRenewed } from './is-renewed.ts'
import { parts } from './later.tsx'
import styles from './MissingParts.module.css'

export function MissingParts() {
  const say = useWords()
  const awaited = useSyncExternalStore(parts.subscribe, parts.awaited)
  const renewed = useRenewed(awaited === 'missing')
  const [closed, setClosed] = useState(false)
  if (closed && awaited !== 'missing') setClosed(false)
  useEffect(() => {
    window.addEventListener('online', parts.askAgain)
    return () => window.removeEventListener('online', parts.askAgain)
  }, [])
  return (
    <>
      <p className={styles.place} role="status" aria-live="polite">
        {awaited === 'coming' && <span className={styles.coming}>{say('ui.loading')}</span>}
      </p>
      <div className={styles.place} role="alert" aria-live="assertive">
        {renewed !== null && !closed && (
          <div className={styles.missing}>
            <p>{renewed ? say('parts.renewed') : say('parts.missing')}</p>
            {renewed ? (
              <Button small onClick={() => location.reload()}>
                {say('parts.reload')}
              </Button>
            ) : (
              <Button small onClick={parts.askAgain}>
                {say('ui.try-again')}
              </Button>
            )}
            <Button small kind="quiet" aria-label={say('ui.close')} onClick={() => setClosed(true)}>
              ✕
            </Button>
          </div>
        )}
      </div>
    </>
  )
}

/** Null while nothing is missing, and until it is known why. */
function useRenewed(missing: boolean): boolean | null {
  const [renewed, setRenewed] = useState<boolean | null>(null)
  useEffect(() => {
    let current = true
    if (missing) void isRenewed().then((is) => current && setRenewed(is))
    return () => {
      current = false
      setRenewed(null)
    }
  }, [missing])
  return renewed
}
