/** A button that opens a list of acts; what draws the list is loaded a little later than the screen itself. */
import {
  cloneElement,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
  Suspense,
  useRef,
  useState,
} from 'react'
import { later } from './later.ts'
import styles from './Menu.module.css'

const List = later(() => import('./MenuList.tsx'), 'MenuList')

export type MenuEntry =
  | {
      label: ReactNode
      icon?: ReactNode
      onChoose: () => void
      danger?: boolean
      checked?: boolean
      lang?: string
    }
  | { label: ReactNode; icon?: ReactNode; to: string }
  /** Something that is on or off. */
  | { label: ReactNode; on: boolean; onTurn: (on: boolean) => void }
  | 'line'

export function Menu({
  label,
  trigger,
  className,
  button = <button type="button" />,
  entries,
}: {
  /** The accessible name of the button. */
  label: string
  trigger: ReactNode
  className?: string | undefined
  /** What the button is drawn with, where it is one of several that belong together. */
  button?: ReactElement<object>
  entries: readonly MenuEntry[]
}) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  // A press beside the list closes it, also one on the button, which must not open it again then.
  const wasOpen = useRef(false)
  const props = {
    ref: anchor,
    className: className ?? styles.trigger,
    'aria-label': label,
    'aria-haspopup': 'menu',
    'aria-expanded': open,
    'data-popup-open': open ? '' : undefined,
    onPointerDown: () => {
      wasOpen.current = open
    },
    onClick: () => {
      setOpen(!wasOpen.current)
      wasOpen.current = false
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown') return
      event.preventDefault()
      setOpen(true)
    },
  }
  return (
    <>
      {cloneElement(button, props, trigger)}
      <Opened
        label={label}
        anchor={anchor}
        align="end"
        open={open}
        onClose={() => setOpen(false)}
        onClosed={() => false}
        entries={entries}
      />
    </>
  )
}

type Opened = {
  label: string
  /** What the list stands at, and what has the focus again afterwards. */
  anchor: RefObject<HTMLElement | null>
  open: boolean
  onClose: () => void
  /** When it is gone: returns whether the focus goes elsewhere now, and not back to the anchor. */
  onClosed: () => boolean
  entries: readonly MenuEntry[]
}

/** The same list, opened by something else. */
export const MenuAt = (props: Opened) => <Opened {...props} align="start" />

function Opened(props: Opened & { align: 'start' | 'end' }) {
  const [wasOpen, setWasOpen] = useState(props.open)
  if (props.open && !wasOpen) setWasOpen(true)
  return props.open || wasOpen ? (
    <Suspense>
      <List {...props} />
    </Suspense>
  ) : null
}
