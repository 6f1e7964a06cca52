/** How a window above the screen is drawn: its name, its content, and the buttons that end it. */
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import styles from './DialogWindow.module.css'

/**
 * Where typing begins: the first field. Without one it is the first button of the content, or in a
 * dialog that only asks, the button that changes nothing.
 */
const first = [
  'input:not([type="radio"], [readonly], [tabindex="-1"])',
  'input:checked',
  'select',
  'textarea',
  `.${styles.content} button`,
  'footer button',
].join()

export function DialogWindow({
  open,
  onClose,
  title,
  description,
  children,
  actions,
  wide = false,
  lasting = false,
  reading = false,
}: {
  open: boolean
  onClose: () => void
  title: string
  description?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  wide?: boolean
  /** Stays when somebody touches beside it: what it shows is shown once. */
  lasting?: boolean
  /** Holds nothing but what is read: the keyboard comes to it to scroll. */
  reading?: boolean
}) {
  const say = useWords()
  const popup = useRef<HTMLDivElement>(null)
  // Before anything of it is drawn: a field that takes the focus at once is not the place to go back to.
  const [opened, setOpened] = useState<{ open: boolean; from: Element | null }>(closed)
  if (open !== opened.open) setOpened({ open, from: open ? document.activeElement : opened.from })
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => !next && onClose()}
      disablePointerDismissal={lasting}
    >
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          ref={popup}
          className={`${styles.popup} ${wide ? styles.wide : ''}`}
          // A finger has asked for no keyboard yet.
          initialFocus={(how) => how === 'touch' || (popup.current?.querySelector(first) ?? true)}
          finalFocus={() => placeToGoBackTo(opened.from) ?? true}
        >
          <header className={styles.head}>
            <Base.Title>{title}</Base.Title>
            <Base.Close className={styles.close} aria-label={say('ui.close')}>
              <X aria-hidden="true" />
            </Base.Close>
          </header>
          <div className={styles.content} tabIndex={reading ? 0 : undefined}>
            {description && (
              <Base.Description className={styles.description}>{description}</Base.Description>
            )}
            {children}
          </div>
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

const closed = { open: false, from: null }

/** Null where it is gone, as an entry of a menu is. */
const placeToGoBackTo = (from: Element | null): HTMLElement | null =>
  from instanceof HTMLElement && from.isConnected && from !== document.body ? from : null
