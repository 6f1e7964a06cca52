/** A button that opens a list of acts. */
import { Menu as Base } from '@base-ui/react/menu'
import { type ReactElement, type ReactNode, type RefObject, useState } from 'react'
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
  /** Something that is on or off. */
  | { label: ReactNode; on: boolean; onTurn: (on: boolean) => void }
  | 'line'

export function Menu({
  label,
  trigger,
  className,
  button,
  entries,
}: {
  /** The accessible name of the button. */
  label: string
  trigger: ReactNode
  className?: string | undefined
  /** What the button is drawn with, where it is one of several that belong together. */
  button?: ReactElement
  entries: readonly MenuEntry[]
}) {
  const [home, setHome] = useState<Element | null>(null)
  return (
    <Base.Root>
      <Base.Trigger
        ref={(place: Element | null) => setHome(landmarkOf(place))}
        render={button}
        className={className ?? styles.trigger}
        aria-label={label}
      >
        {trigger}
      </Base.Trigger>
      <Base.Portal container={home as HTMLElement | null} className={styles.portal}>
        <Base.Positioner className={styles.positioner} sideOffset={6} align="end">
          <Base.Popup className={styles.popup} tabIndex={0}>
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
      <Base.Portal
        container={landmarkOf(anchor.current) as HTMLElement | null}
        className={styles.portal}
      >
        <Base.Positioner className={styles.positioner} anchor={anchor} sideOffset={6} align="start">
          <Base.Popup
            className={styles.popup}
            tabIndex={0}
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

/** Lists are drawn in the part of the page that their button stands in: screen readers say which part that is. */
const landmarkOf = (place: Element | null) => place?.closest('main, header, nav') ?? null

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
