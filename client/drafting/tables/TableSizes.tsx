/** The grid in which the size of a new table is chosen by mouse, finger or arrow keys. [DRAFT6] */
import { Popover } from '@base-ui/react/popover'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import styles from './TableSizes.module.css'

const most = 6
const lines = Array.from({ length: most }, (_, at) => at + 1)

export function TableSizes({
  anchor,
  open,
  onOpen,
  onChoose,
}: {
  /** What the grid stands at. */
  anchor: RefObject<HTMLElement | null>
  open: boolean
  onOpen: (open: boolean) => void
  onChoose: (rows: number, columns: number) => void
}) {
  const say = useWords()
  const [[rows, columns], setSize] = useState([3, 3])
  const grid = useRef<HTMLFieldSetElement>(null)

  function onKey(event: KeyboardEvent) {
    const [down, right] = steps[event.key] ?? [0, 0]
    if (!down && !right) return
    event.preventDefault()
    const next = [within(rows + down), within(columns + right)] as const
    setSize([...next])
    grid.current?.querySelector<HTMLElement>(`[data-size="${next.join(' ')}"]`)?.focus()
  }

  return (
    <Popover.Root open={open} onOpenChange={onOpen}>
      <Popover.Portal>
        <Popover.Positioner className={styles.positioner} anchor={anchor} sideOffset={8}>
          <Popover.Popup
            className={styles.popup}
            finalFocus={false}
            initialFocus={() =>
              grid.current?.querySelector<HTMLElement>(`[data-size="${rows} ${columns}"]`) ?? null
            }
          >
            <Popover.Title className={styles.title} aria-live="polite">
              {say('tables.size', { rows, columns })}
            </Popover.Title>
            <fieldset ref={grid} className={styles.grid} onKeyDown={onKey}>
              {lines.flatMap((row) =>
                lines.map((column) => (
                  <button
                    key={`${row} ${column}`}
                    type="button"
                    data-size={`${row} ${column}`}
                    data-within={row <= rows && column <= columns ? '' : undefined}
                    tabIndex={row === rows && column === columns ? 0 : -1}
                    aria-label={say('tables.size', { rows: row, columns: column })}
                    onPointerEnter={() => setSize([row, column])}
                    onClick={() => onChoose(row, column)}
                  />
                )),
              )}
            </fieldset>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

const steps: Record<string, [number, number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

const within = (lineNumber: number) => Math.min(Math.max(lineNumber, 1), most)
