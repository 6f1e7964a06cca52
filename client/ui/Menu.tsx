/** A button that opens a list of acts. */
import { Menu as Base } from '@base-ui/react/menu'
import type { ReactNode, RefObject } from 'react'
import { Link } from 'wouter'
import styles from './Menu.module.css'

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
  | 'line'

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
  return (
    <Base.Root>
      <Base.Trigger className={className ?? styles.trigger} aria-label={label}>
        {trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className={styles.positioner} sideOffset={6} align="end">
          <Base.Popup className={styles.popup}>
            {entries.map((entry, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the entries of one menu do not move
              <Entry key={at} entry={entry} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** The same list, opened by something else: it stands at `anchor`, which has the focus again afterwards. */
export function MenuAt({
  label,
  anchor,
  open,
  onClose,
  onClosed,
  entries,
}: {
  label: string
  anchor: RefObject<HTMLElement | null>
  open: boolean
  onClose: () => void
  /** When it is gone: returns whether the focus goes elsewhere now, and not back to the anchor. */
  onClosed: () => boolean
  entries: readonly MenuEntry[]
}) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Positioner className={styles.positioner} anchor={anchor} sideOffset={6} align="start">
          <Base.Popup
            className={styles.popup}
            aria-label={label}
            finalFocus={() => (onClosed() ? false : anchor.current)}
          >
            {entries.map((entry, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the entries of one menu do not move
              <Entry key={at} entry={entry} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry === 'line') return <Base.Separator className={styles.line} />
  if ('to' in entry) {
    return (
      <Base.Item className={styles.item} render={<Link href={entry.to} />}>
        {entry.icon}
        {entry.label}
      </Base.Item>
    )
  }
  return (
    <Base.Item
      className={`${styles.item} ${entry.danger ? styles.danger : ''}`}
      onClick={entry.onChoose}
      aria-current={entry.checked ? 'true' : undefined}
      lang={entry.lang}
    >
      {entry.icon}
      {entry.label}
    </Base.Item>
  )
}
