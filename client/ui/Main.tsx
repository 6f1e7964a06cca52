/** What a screen is for, without what stands around it. Who goes to another screen by keyboard or by ear goes on from here. */
import { type ReactNode, useEffect, useRef } from 'react'

/** The first screen is the browser's own: it begins where the page does. */
let isFirst = true

export function Main({
  className,
  children,
}: {
  className?: string | undefined
  children: ReactNode
}) {
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    // What was clicked to get here has gone with its screen, and the focus with it.
    if (!isFirst && document.activeElement === document.body) {
      main.current?.focus({ preventScroll: true })
    }
    isFirst = false
  }, [])
  return (
    <main ref={main} id="content" tabIndex={-1} className={className}>
      {children}
    </main>
  )
}
