/** Something long of which the beginning is shown, until the whole is asked for. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import styles from './Folded.module.css'

export function Folded({
  more,
  onlyNarrow = false,
  children,
}: {
  /** The words of the button that shows the whole. */
  more: string
  /** Where there is room beside it, the whole is shown from the start. */
  onlyNarrow?: boolean
  children: ReactNode
}) {
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const [whole, setWhole] = useState(false)
  function unfold() {
    setWhole(true)
    place.current?.focus({ preventScroll: true })
  }
  // Whoever comes to a link in the hidden part by keyboard sees what stands around it.
  useEffect(() => {
    const node = place.current
    const come = ({ target }: FocusEvent) => {
      setWhole(true)
      if (target === node || !(target instanceof HTMLElement)) return
      requestAnimationFrame(() => target.scrollIntoView({ block: 'nearest' }))
    }
    node?.addEventListener('focusin', come)
    return () => node?.removeEventListener('focusin', come)
  }, [])
  return (
    <div className={styles.folded} data-only-narrow={onlyNarrow || undefined}>
      <div ref={place} id={id} tabIndex={-1} className={whole ? styles.whole : styles.beginning}>
        {children}
      </div>
      {!whole && (
        <Button aria-expanded="false" aria-controls={id} onClick={unfold}>
          {more}
        </Button>
      )}
    </div>
  )
}
