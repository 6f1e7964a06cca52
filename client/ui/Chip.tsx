/** A state in a word, with a sign beside its colour. */
import type { ReactNode } from 'react'
import styles from './Chip.module.css'

export type ChipKind = 'plain' | 'act' | 'ok' | 'wait' | 'no'

const signs: Record<ChipKind, string> = { plain: '○', act: '◆', ok: '✓', wait: '●', no: '✕' }

export function Chip({ kind = 'plain', children }: { kind?: ChipKind; children: ReactNode }) {
  return (
    <span className={`${styles.chip} ${styles[kind]}`}>
      <span aria-hidden="true">{signs[kind]}</span>
      {children}
    </span>
  )
}
