/** One clock for all that looks at the whole text: together, a moment after it has changed, when no key waits. */
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { onlyMovesCarets } from './carets.ts'

type Clock = { listeners: Set<() => void>; start: () => void; stop: () => void }

const pauseMs = 300
/** Of somebody who types on and on too, the look at the text is put off by no more than this. */
const longestMs = 600

const clocks = new WeakMap<Editor, Clock>()

/** Calls the listener once soon, and a moment after each change; returns how to stop it. */
export function onTextPause(editor: Editor, listener: () => void): () => void {
  const clock = clocks.get(editor) ?? newClock(editor)
  clock.listeners.add(listener)
  clock.start()
  return () => {
    clock.listeners.delete(listener)
    if (clock.listeners.size === 0) clock.stop()
  }
}

function newClock(editor: Editor): Clock {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let cancelIdle: (() => void) | null = null
  const look = () => {
    timer = null
    cancelIdle = null
    for (const listener of listeners) listener()
  }
  const start = () => {
    timer ??= setTimeout(() => {
      cancelIdle = whenIdle(look)
    }, pauseMs)
  }
  const onTransaction = ({ transaction }: { transaction: Transaction }) => {
    if (!onlyMovesCarets(transaction)) start()
  }
  const stop = () => {
    editor.off('transaction', onTransaction)
    if (timer) clearTimeout(timer)
    cancelIdle?.()
    clocks.delete(editor)
  }
  editor.on('transaction', onTransaction)
  const clock = { listeners, start, stop }
  clocks.set(editor, clock)
  return clock
}

/** Safari knows no idle time: there it is now. */
function whenIdle(act: () => void): (() => void) | null {
  if (!('requestIdleCallback' in globalThis)) {
    act()
    return null
  }
  const id = requestIdleCallback(act, { timeout: longestMs - pauseMs })
  return () => cancelIdleCallback(id)
}
