/** How the list of a menu is drawn, beside what opened it. */
import { Menu as Base } from '@base-ui/react/menu'
import type { RefObject } from 'react'
import { Link } from 'wouter'
import type { MenuEntry } from './Menu.tsx'
import styles from './MenuList.module.css'

export function MenuList({
  label,
  anchor,
  align,
  open,
  onClose,
  onClosed,
  entries,
}: {
  label: string
  anchor: RefObject<HTMLElement | null>
  /** Which of its edges stands at the anchor's. */
  align: 'start' | 'end'
  open: boolean
  onClose: () => void
  /** When it is gone: returns whether the focus goes elsewhere now, and not back to the anchor. */
  onClosed: () => boolean
  entries: readonly MenuEntry[]
}) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Positioner className={styles.positioner} anchor={anchor} sideOffset={6} align={align}>
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
  if ('on' in entry) {
    return (
      <Base.CheckboxItem
        className={styles.item}
        checked={entry.on}
        onCheckedChange={entry.onTurn}
        closeOnClick
      >
        <span className={styles.sign} aria-hidden="true">
          {entry.on && '✓'}
        </span>
        {entry.label}
      </Base.CheckboxItem>
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
