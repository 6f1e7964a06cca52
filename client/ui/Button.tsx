/** A button, or a link that looks like one. */
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { Link } from 'wouter'
import styles from './Button.module.css'

type Look = {
  /** `main` is the one thing to do on a screen; `danger` takes something away. */
  kind?: 'main' | 'plain' | 'quiet' | 'danger'
  small?: boolean
  icon?: ReactNode
}

const classOf = ({ kind = 'plain', small }: Look, more = '') =>
  [styles.button, styles[kind], small && styles.small, more].filter(Boolean).join(' ')

export function Button({
  kind,
  small,
  icon,
  busy = false,
  className,
  children,
  ...rest
}: Look & ComponentProps<'button'> & { busy?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      className={classOf({ kind: kind ?? 'plain', small: small ?? false }, className)}
      // Not disabled: whoever pressed it by the keyboard stays on it, and hears what became of it.
      aria-disabled={busy || undefined}
      aria-busy={busy}
      onClick={busy ? stay : rest.onClick}
    >
      {busy ? <span className={styles.spinner} aria-hidden="true" /> : icon}
      {children}
    </button>
  )
}

/** No form is sent a second time either. */
const stay = (event: MouseEvent) => event.preventDefault()

export function LinkButton({
  kind,
  small,
  icon,
  to,
  children,
}: Look & { to: string; children: ReactNode }) {
  return (
    <Link href={to} className={classOf({ kind: kind ?? 'plain', small: small ?? false })}>
      {icon}
      {children}
    </Link>
  )
}
