/** One footnote, edited together like the text above it. */
import type { Editor as LiveEditor } from '@tiptap/core'
import { useEffect, useLayoutEffect } from 'react'
import type { XmlFragment } from 'yjs'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import { useDraftFact } from '#client/sync/use-draft.ts'
import { readNodes } from '#shared/text/draft.ts'
import { draftExtensions } from './editor/draft-extensions.ts'
import type { NumbersOptions } from './editor/drawn-numbers.ts'
import { EditorContent, useLiveEditor } from './editor/use-live-editor.tsx'
import styles from './FootnoteEditor.module.css'
import { NoteSuggestion } from './NoteSuggestion.tsx'

export function FootnoteEditor({
  draft,
  fragment,
  numbers,
  label,
  autofocus = false,
  onEditor,
}: {
  draft: DraftConnection
  fragment: XmlFragment
  numbers: NumbersOptions
  label: string
  /** Whether the caret goes into it as soon as it is drawn. */
  autofocus?: boolean
  /** Told of the editor once it is there, and with null when it goes. */
  onEditor?: (editor: LiveEditor | null) => void
}) {
  const mayEdit = useDraftFact(draft, (one) => one.mayEdit)
  const editor = useLiveEditor(
    {
      extensions: draftExtensions(
        { fragment, awareness: null, onIncoming: draft.onIncoming },
        numbers,
      ),
      content: readNodes(fragment).toJSON(),
      editable: mayEdit,
      autofocus: autofocus && 'end',
      editorProps: {
        attributes: {
          class: styles.note ?? '',
          lang: numbers.language,
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          spellcheck: 'true',
        },
      },
    },
    [fragment, numbers],
  )
  useEffect(() => {
    if (editor.isEditable !== mayEdit) editor.setEditable(mayEdit)
  }, [editor, mayEdit])
  // Before anything else looks for it.
  useLayoutEffect(() => {
    onEditor?.(editor)
    return () => onEditor?.(null)
  }, [editor, onEditor])
  return (
    <>
      <EditorContent editor={editor} />
      {mayEdit && <NoteSuggestion editor={editor} doc={draft.doc} />}
    </>
  )
}
