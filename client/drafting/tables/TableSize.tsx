/** How large the new table is: chosen in a grid beside the caret by mouse, finger or arrow keys. [DRAFT6] */
import { Popover } from '@base-ui/react/popover'
import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import styles from './TableSize.module.css'
import { insertTable } from './table-acts.ts'

const most = 6
const lines = Array.from({ length: most }, (_, at) => at + 1)

export function TableSize({
  editor,
  open,
  onClose,
}: {
  editor: Editor
  open: boolean
  onClose: () => void
}) {
  const say = useWords()
  const [[rows, columns], setSize] = useState([3, 3])
  const grid = useRef<HTMLFieldSetElement>(null)

  function insert(height: number, width: number) {
    onClose()
    insertTable(height, width)(editor.state, editor.view.dispatch)
  }

  function onKey(event: KeyboardEvent) {
    if (event.key === 'Tab') {
      event.preventDefault()
      return onClose()
    }
    const [down, right] = steps[event.key] ?? [0, 0]
    if (!down && !right) return
    event.preventDefault()
    const next = [within(rows + down), within(columns + right)] as const
    setSize([...next])
    grid.current?.querySelector<HTMLElement>(`[data-size="${next.join(' ')}"]`)?.focus()
  }

  return (
    <Popover.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          className={styles.positioner}
          anchor={() => caretOf(editor)}
          sideOffset={8}
          align="start"
          // Above a keyboard there is room neither over the caret nor under it.
          collisionAvoidance={{ side: 'shift', align: 'shift', fallbackAxisSide: 'none' }}
        >
          <Popover.Popup
            className={styles.popup}
            // The text's own way to the focus: the element's would bring the caret to its start.
            finalFocus={() => {
              editor.view.focus()
              return false
            }}
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
                    // Not where a mouse happens to rest when this opens.
                    onPointerMove={() => setSize([row, column])}
                    onClick={() => insert(row, column)}
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

/** Where the caret stands on the screen. */
const caretOf = (editor: Editor) => ({
  getBoundingClientRect() {
    const { left, top, bottom } = editor.view.coordsAtPos(editor.state.selection.head)
    return new DOMRect(left, top, 0, bottom - top)
  },
})

const steps: Record<string, [number, number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

const within = (lineNumber: number) => Math.min(Math.max(lineNumber, 1), most)
