/** What nobody sees at once, drawn a moment after all else stands. */
import type { ReactNode } from 'react'
import { useLeisure } from './use-leisure.ts'

/** With `now` it does not wait. */
export function WhenTime({ now = false, children }: { now?: boolean; children: ReactNode }) {
  const leisure = useLeisure()
  return leisure || now ? children : null
}
