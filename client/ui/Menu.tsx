/** A button that opens a list of acts. The list is loaded a little later than the button. */
import {
  type ComponentProps,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { later } from './later.tsx'
import styles from './Menu.module.css'
import type { MenuEntry } from './MenuList.tsx'

const List = later(() => import('./MenuList.tsx'), 'MenuList')

export function Menu({
  label,
  trigger,
  className,
  entries,
}: {
  /** The accessible name of the button. */
  label: string
  trigger: ReactNode
  className?: string | undefined
  entries: readonly MenuEntry[]
}) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<'closed' | 'by pointer' | 'by key'>('closed')
  const isOpen = open !== 'closed'
  const isThere = useIsThere()
  const close = () => setOpen('closed')
  const [missed, setMissed] = useState(false)
  useEffect(() => {
    if (!isOpen || isThere) return
    // The press that did not bring the list opens nothing later, but it is said why.
    return List.part.subscribe(() => {
      if (List.part.standing() !== 'missing') return
      setMissed(true)
      setOpen('closed')
    })
  }, [isOpen, isThere])
  useEffect(() => (missed && !isThere ? List.part.wait() : undefined), [missed, isThere])
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className ?? styles.trigger}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-busy={(isOpen && !isThere) || undefined}
        onPointerEnter={() => void List.part.ask()}
        onFocus={() => void List.part.ask()}
        // Whoever went on meanwhile is not called back.
        onBlur={() => !isThere && close()}
        // A click that counts no presses comes from a key.
        onClick={({ detail }) => {
          if (isOpen) return close()
          void List.part.ask()
          setOpen(detail === 0 ? 'by key' : 'by pointer')
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && isOpen) close()
          if (event.key !== 'ArrowDown' || isOpen) return
          event.preventDefault()
          setOpen('by key')
        }}
      >
        {trigger}
      </button>
      <MenuList
        label={label}
        anchor={button}
        open={isOpen}
        beginsInside={open === 'by key'}
        onClose={close}
        align="end"
        entries={entries}
      />
    </>
  )
}

/** The same list, opened by something else: it stands at `anchor`, which has the focus again afterwards. */
export function MenuAt(
  props: Omit<ComponentProps<typeof List>, 'align' | 'beginsInside' | 'anchor'> & {
    anchor: RefObject<HTMLElement | null>
  },
) {
  return <MenuList {...props} align="start" beginsInside={false} />
}

/** Once open it stays, so that it can be seen to go. */
function MenuList(props: ComponentProps<typeof List>) {
  const [wasOpen, setWasOpen] = useState(props.open)
  if (props.open && !wasOpen) setWasOpen(true)
  const isThere = useIsThere()
  return props.open || (wasOpen && isThere) ? <List {...props} /> : null
}

const useIsThere = () => useSyncExternalStore(List.part.subscribe, List.part.content) !== null
