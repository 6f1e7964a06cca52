/** A message in which some of the values stand out. */
import type { ReactNode } from 'react'

/**
 * Marks a value that goes into a message. The marks are Unicode's isolates: no name can hold them,
 * and where a message is shown without `Phrase` they are not seen.
 */
export const standingOut = (value: string): string => `\u2068${value}\u2069`

export function Phrase({ children }: { children: string }): ReactNode {
  return children.split(/[\u2068\u2069]/).map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one message do not move
    at % 2 === 1 ? <b key={at}>{part}</b> : part,
  )
}
