/** The list behind a slash as it is drawn: below the slash, or above it where there is no room. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import type { EditingPlace, Insertion } from '../insertions.ts'
import { Keys } from '../Keys.tsx'
import styles from './SlashMenu.module.css'
import { listId, rowId, type Slash } from './slash.ts'

export function SlashList({
  place: { editor },
  slash,
  choose,
}: {
  place: EditingPlace
  slash: Slash
  choose: (slash: Slash, insertion: Insertion) => void
}) {
  const say = useWords()
  const list = useRef<HTMLDivElement>(null)
  const spot = useSpot(list, () => editor.view.coordsAtPos(slash.from), slash)
  const { hits, index } = slash
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' })
  }, [index])
  return (
    <>
      <div
        ref={list}
        id={listId}
        className={styles.list}
        role="listbox"
        tabIndex={0}
        aria-label={say('typing.insert')}
        style={spot}
      >
        {hits.map((insertion, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are typed in the text, which keeps the focus
          <div
            key={insertion.id}
            id={rowId(insertion)}
            className={styles.row}
            role="option"
            tabIndex={-1}
            aria-selected={at === index}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(slash, insertion)}
          >
            <insertion.icon aria-hidden="true" />
            {say(insertion.name)}
            {insertion.keys && <Keys keys={insertion.keys} />}
          </div>
        ))}
      </div>
      <output className="visually-hidden">{say('typing.choices', { count: hits.length })}</output>
    </>
  )
}

const gap = 6

/** Below the slash, or above it where there is no room: on a phone the keyboard covers half of the screen. */
function useSpot(
  list: React.RefObject<HTMLDivElement | null>,
  slashAt: () => { left: number; top: number; bottom: number },
  changed: unknown,
) {
  const [spot, setSpot] = useState<React.CSSProperties>({ visibility: 'hidden' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: placed anew whenever the list or the text has changed
  useLayoutEffect(() => {
    const settle = () => {
      if (!list.current) return
      const box = list.current.getBoundingClientRect()
      const view = window.visualViewport
      const [width, height] = [view?.width ?? innerWidth, view?.height ?? innerHeight]
      const top = view?.offsetTop ?? 0
      const { left, top: above, bottom: below } = slashAt()
      const tools = Number.parseFloat(getComputedStyle(list.current).scrollMarginBlockEnd) || 0
      const room = top + height - tools - below - gap * 2
      const fits = box.height <= room || room > above - top
      setSpot({
        insetInlineStart: Math.max(Math.min(left, width - box.width - gap), gap),
        insetBlockStart: fits ? below + gap : Math.max(above - gap - box.height, top + gap),
        maxBlockSize: `min(20rem, ${fits ? room : above - top - gap * 2}px)`,
      })
    }
    settle()
    window.addEventListener('scroll', settle, true)
    window.visualViewport?.addEventListener('resize', settle)
    return () => {
      window.removeEventListener('scroll', settle, true)
      window.visualViewport?.removeEventListener('resize', settle)
    }
  }, [changed])
  return spot
}
