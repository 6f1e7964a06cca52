/** Something that is told by the editor's state, kept up to date. */
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { equalityDeep } from 'lib0/function'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { onlyMovesCarets } from './editor/carets.ts'
import { onTextPause } from './editor/text-pause.ts'

/** Looked at with every keystroke, so it must be cheap to tell: what the caret stands in, say. */
export function useEditorFact<Fact>(editor: Editor, fact: (editor: Editor) => Fact): Fact {
  const last = useRef<{ fact: Fact } | null>(null)
  const subscribe = useCallback(
    (listener: () => void) => {
      const onTransaction = ({ transaction }: { transaction: Transaction }) => {
        if (!onlyMovesCarets(transaction)) listener()
      }
      editor.on('transaction', onTransaction)
      return () => void editor.off('transaction', onTransaction)
    },
    [editor],
  )
  return useSyncExternalStore(subscribe, () => {
    const next = fact(editor)
    if (!last.current || !equalityDeep(last.current.fact, next)) last.current = { fact: next }
    return last.current.fact
  })
}

/** What is told by the whole text: looked at a moment after it has changed, not with every keystroke. */
export function useTextFact<Fact>(editor: Editor, fact: (editor: Editor) => Fact): Fact {
  const last = useRef<{ fact: Fact } | null>(null)
  const [, look] = useState(editor.state)
  const next = fact(editor)
  if (!last.current || !equalityDeep(last.current.fact, next)) last.current = { fact: next }
  const given = useRef(fact)
  useEffect(() => {
    given.current = fact
  })
  useEffect(
    () =>
      onTextPause(editor, () => {
        // Most letters change nothing that is told by the whole text: then nothing is drawn anew.
        if (!equalityDeep(last.current?.fact, given.current(editor))) look(editor.state)
      }),
    [editor],
  )
  return last.current.fact
}
