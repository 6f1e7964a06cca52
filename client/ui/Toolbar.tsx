/** A row of tools that is one stop of the Tab key; within it the arrow keys go from tool to tool. */
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'

export function Toolbar({
  label,
  className,
  children,
}: {
  label: string
  className: string | undefined
  children: ReactNode
}) {
  const root = useRef<HTMLDivElement>(null)
  const current = useRef<HTMLElement | null>(null)

  /** Of all tools the current one alone is reached by Tab. */
  function settle() {
    const tools = toolsIn(root.current)
    if (!current.current || !tools.includes(current.current)) current.current = tools[0] ?? null
    for (const tool of tools) tool.tabIndex = tool === current.current ? 0 : -1
  }
  // Tools come and go with what the caret stands in.
  useLayoutEffect(settle)

  function go(event: KeyboardEvent<HTMLDivElement>) {
    const tools = toolsIn(root.current)
    const from = tools.indexOf(event.target as HTMLElement)
    const to = from < 0 ? null : placeAfter(event, from, tools.length)
    if (to === null) return
    event.preventDefault()
    tools[to]?.focus()
  }

  return (
    <div
      ref={root}
      role="toolbar"
      aria-label={label}
      className={className}
      onKeyDown={go}
      onFocus={({ target }) => {
        if (!toolsIn(root.current).includes(target)) return
        current.current = target
        settle()
      }}
    >
      {children}
    </div>
  )
}

const toolsIn = (root: HTMLElement | null): HTMLElement[] =>
  root ? [...root.querySelectorAll<HTMLElement>('button')] : []

/** Where a key leads from one tool of `count`; null for all other keys. The row is a ring. */
export function placeAfter(
  {
    key,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
  }: Pick<globalThis.KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  from: number,
  count: number,
): number | null {
  if (ctrlKey || metaKey || altKey || shiftKey) return null
  if (key === 'ArrowRight') return (from + 1) % count
  if (key === 'ArrowLeft') return (from + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
