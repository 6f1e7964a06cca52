/** The suggestion at the caret of a footnote, or its first one, and the two ways to settle it. [REV2] */
import type { Editor } from '@tiptap/core'
import { Check, X } from 'lucide-react'
import type { Doc } from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { settle, suggestionAt, suggestionsIn, type Verdict } from './editor/suggestions.ts'
import { endUndoPiece } from './editor/together.ts'
import styles from './NoteSuggestion.module.css'
import { useEditorFact } from './use-editor-state.ts'
import { Whose } from './Whose.tsx'

export function NoteSuggestion({ editor, doc }: { editor: Editor; doc: Doc }) {
  const say = useWords()
  const current = useEditorFact(
    editor,
    ({ state }) => suggestionAt(state) ?? suggestionsIn(state.doc)[0] ?? null,
  )
  if (!current) return null
  const { id } = current

  function settleIt(verdict: Verdict) {
    endUndoPiece(editor)
    editor.view.dispatch(settle(editor.state, verdict, new Set([id])))
    editor.view.focus()
  }

  return (
    <div className={styles.row}>
      <p className={styles.whose}>
        <Whose suggestion={current} doc={doc} />
      </p>
      <Button small icon={<Check />} onClick={() => settleIt('accept')}>
        {say('files.suggestions.accept')}
      </Button>
      <Button small icon={<X />} onClick={() => settleIt('reject')}>
        {say('files.suggestions.reject')}
      </Button>
    </div>
  )
}
