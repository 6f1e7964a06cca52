/** Whether what was typed is saved, while the line that says so is scrolled out of sight. [DRAFT2] */
import { useEffect, useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import styles from './StateChip.module.css'
import { lookOf, stateLineId, useShownState } from './StateLine.tsx'
import { worthTelling } from './worth-telling.ts'

export function StateChip({ draft }: { draft: DraftConnection }) {
  const say = useWords()
  const state = useShownState(draft)
  const [isNeeded, setNeeded] = useState(false)
  useEffect(() => {
    const line = document.getElementById(stateLineId)
    const watch = new IntersectionObserver(([seen]) => setNeeded(seen?.isIntersecting === false))
    if (line) watch.observe(line)
    return () => watch.disconnect()
  }, [])
  if (!isNeeded) return null
  const { icon: Icon, kind } = lookOf(state)
  const words = say(`drafting.state.${state}`)
  const look = { className: `${styles.chip} ${styles[kind]}`, 'data-chip': state }
  const isShort = kind === 'good' || kind === 'going'
  return worthTelling(state) ? (
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
  )
}
