/** Short news of what has just been done, which goes away by itself. */
import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import styles from './Toasts.module.css'

/** Of somebody who neither points at it nor stands on it with the keyboard. */
const lastsMs = 6000
const mostAtOnce = 3

type News = { id: number; words: string }

const Tell = createContext<(words: string) => void>(() => undefined)

/** Tells what has been done. */
export const useTell = (): ((words: string) => void) => use(Tell)

export function Toasts({ children }: { children: ReactNode }) {
  const say = useWords()
  const [news, setNews] = useState<readonly News[]>([])
  const count = useRef(0)
  const tell = useCallback((words: string) => {
    count.current++
    const one = { id: count.current, words }
    // The same words once more are said anew, and not shown twice.
    const others = (before: readonly News[]) => before.filter((old) => old.words !== words)
    setNews((before) => [...others(before), one].slice(-mostAtOnce))
  }, [])
  const end = useCallback((id: number) => {
    setNews((before) => before.filter((one) => one.id !== id))
  }, [])
  return (
    <Tell value={tell}>
      {children}
      {/* It is there before anything is told: what appears in it is read out. */}
      <section className={styles.viewport} aria-label={say('ui.news')} aria-live="polite">
        {news.map((one) => (
          <Toast key={one.id} news={one} onEnd={end} />
        ))}
      </section>
    </Tell>
  )
}

function Toast({ news: { id, words }, onEnd }: { news: News; onEnd: (id: number) => void }) {
  const say = useWords()
  const [held, setHeld] = useState(0)
  const hold = () => setHeld((count) => count + 1)
  const release = () => setHeld((count) => Math.max(count - 1, 0))
  useEffect(() => {
    if (held > 0) return
    const timer = setTimeout(() => onEnd(id), lastsMs)
    return () => clearTimeout(timer)
  }, [held, id, onEnd])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pointed at stays; there is nothing to press
    <div
      className={styles.toast}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      <p>{words}</p>
      <button
        type="button"
        className={styles.close}
        aria-label={say('ui.close')}
        onClick={() => onEnd(id)}
      >
        ✕
      </button>
    </div>
  )
}
