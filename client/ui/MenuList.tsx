/** The list of acts that a button opens. */
import { Menu as Base } from '@base-ui/react/menu'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
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

export function MenuList({
  label,
  anchor,
  open,
  beginsInside,
  onClose,
  onClosed = () => false,
  align,
  entries,
}: {
  label: string
  /** Where it stands; it has the focus again when the list is gone, unless somebody took it elsewhere. */
  anchor: RefObject<HTMLElement | null>
  open: boolean
  /** Opened by a key: the first entry has the focus. */
  beginsInside: boolean
  onClose: () => void
  /** When it is gone: returns whether the focus goes elsewhere now, and not back to the anchor. */
  onClosed?: () => boolean
  align: 'start' | 'end'
  entries: readonly MenuEntry[]
}) {
  const popup = useRef<HTMLDivElement>(null)
  /** Where what was chosen has put the focus: the list, while it is there, takes it back at once. */
  const wanted = useRef<(() => void) | null>(null)
  const chosen = () => {
    if (hasFocusElsewhere(popup.current)) wanted.current = wayBackHere()
  }
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, { event }) => {
        // The button that opened it closes it by its own click.
        const isOwn = event.target instanceof Node && anchor.current?.contains(event.target)
        if (!next && !isOwn) onClose()
      }}
    >
      <Base.Portal
        container={landmarkOf(anchor.current) as HTMLElement | null}
        className={styles.portal}
      >
        <Base.Positioner className={styles.positioner} anchor={anchor} sideOffset={6} align={align}>
          <Base.Popup
            ref={popup}
            className={styles.popup}
            tabIndex={0}
            aria-label={label}
            finalFocus={() => {
              const goThere = wanted.current
              wanted.current = null
              if (onClosed()) return false
              goThere?.()
              return hasFocusElsewhere(popup.current) ? false : anchor.current
            }}
          >
            {beginsInside && <FirstHasFocus popup={popup} />}
            {entries.map((entry, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the entries of one menu do not move
              <Entry key={at} entry={entry} onChosen={chosen} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** Lists are drawn in the part of the page that their button stands in: screen readers say which part that is. */
const landmarkOf = (place: Element | null) => place?.closest('main, header, nav') ?? null

/** What was chosen may have put the focus into the text already. */
const hasFocusElsewhere = (popup: HTMLElement | null) => {
  const { activeElement, body } = document
  return activeElement !== body && activeElement !== null && !popup?.contains(activeElement)
}

/** Leads back to what has the focus now, with the caret where it is now: the focus alone would bring it to the start. */
function wayBackHere(): () => void {
  const element = document.activeElement as HTMLElement
  const selection = getSelection()
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = selection ?? {}
  return () => {
    element.focus({ preventScroll: true })
    if (!anchorNode?.isConnected || !focusNode?.isConnected) return
    selection?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
  }
}

function FirstHasFocus({ popup }: { popup: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    popup.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus()
  }, [popup])
  return null
}

function Entry({ entry, onChosen }: { entry: MenuEntry; onChosen: () => void }) {
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
        onCheckedChange={(on) => {
          entry.onTurn(on)
          onChosen()
        }}
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
      onClick={() => {
        entry.onChoose()
        onChosen()
      }}
      aria-current={entry.checked ? 'true' : undefined}
      lang={entry.lang}
    >
      {entry.icon}
      {entry.label}
    </Base.Item>
  )
}
