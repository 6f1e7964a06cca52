/** Whether what was typed is saved, once the line that says so is scrolled out of sight. [DRAFT2] */
import { useEffect, useRef, useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import styles from './StateChip.module.css'
import { lookOf, useShownState } from './StateLine.tsx'
import { worthTelling } from './worth-telling.ts'

/** Stands where the text begins, a little below that line. */
export function StateChip({ draft }: { draft: DraftConnection }) {
  const say = useWords()
  const state = useShownState(draft)
  const place = useRef<HTMLDivElement>(null)
  const [isNeeded, setNeeded] = useState(false)
  useEffect(() => {
    const watch = new IntersectionObserver(
      ([seen]) =>
        setNeeded(seen?.isIntersecting === false && seen.boundingClientRect.top < belowLine),
      { rootMargin: `-${belowLine}px 0px 0px` },
    )
    if (place.current) watch.observe(place.current)
    return () => watch.disconnect()
  }, [])
  const { icon: Icon, kind } = lookOf(state)
  const words = say(`drafting.state.${state}`)
  const look = { className: `${styles.chip} ${styles[kind]}`, 'data-chip': state }
  const isShort = kind === 'good' || kind === 'going'
  return (
    <div ref={place}>
      {isNeeded &&
        (worthTelling(state) ? (
          // What to do about it stands at the beginning.
          <button type="button" {...look} onClick={() => window.scrollTo(0, 0)}>
            <Icon aria-hidden="true" />
            {words}
          </button>
        ) : (
          // The line itself has said it to those who hear the screen.
          <div {...look} aria-hidden="true">
            <Icon />
            {!isShort && words}
          </div>
        ))}
    </div>
  )
}

/** So far the line stands above this place, in pixels. */
const belowLine = 90
