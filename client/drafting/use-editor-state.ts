/** Something that is told by the editor's state, kept up to date. */
import type { Editor } from '@tiptap/core'
import { equalityDeep } from 'lib0/function'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'

/** Looked at with every keystroke, so it must be cheap to tell: what the caret stands in, say. */
export function useEditorFact<Fact>(editor: Editor, fact: (editor: Editor) => Fact): Fact {
  const last = useRef<{ fact: Fact } | null>(null)
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener)
      return () => void editor.off('transaction', listener)
    },
    [editor],
  )
  return useSyncExternalStore(subscribe, () => {
    const next = fact(editor)
    if (!last.current || !equalityDeep(last.current.fact, next)) last.current = { fact: next }
    return last.current.fact
  })
}

const pauseMs = 150

/** What is told by the whole text: looked at a moment after it has changed, not with every keystroke. */
export function useTextFact<Fact>(editor: Editor, fact: (editor: Editor) => Fact): Fact {
  const last = useRef<{ fact: Fact } | null>(null)
  const [, look] = useState(editor.state)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const onTransaction = () => {
      timer ??= setTimeout(() => {
        timer = null
        look(editor.state)
      }, pauseMs)
    }
    onTransaction()
    editor.on('transaction', onTransaction)
    return () => {
      editor.off('transaction', onTransaction)
      if (timer) clearTimeout(timer)
    }
  }, [editor])
  const next = fact(editor)
  if (!last.current || !equalityDeep(last.current.fact, next)) last.current = { fact: next }
  return last.current.fact
}
