/** The notes below the text, in the order in which it names them, each written in place. [DRAFT6] */
import type { Editor } from '@tiptap/core'
import { useCallback } from 'react'
import type { XmlFragment } from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import type { NumbersOptions } from './editor/drawn-numbers.ts'
import { footnoteOrder } from './editor/what-is-numbered.ts'
import { FootnoteEditor } from './FootnoteEditor.tsx'
import styles from './FootnoteList.module.css'
import { useFootnotes } from './footnotes/use-footnotes.ts'
import { useEditorFact } from './use-editor-state.ts'

export function FootnoteList({
  editor,
  draft,
  numbers,
  editors,
}: {
  editor: Editor
  draft: DraftConnection
  numbers: NumbersOptions
  /** Kept up to date: the editor of each note that is on the screen. */
  editors: Map<string, Editor>
}) {
  const say = useWords()
  const order = useEditorFact(editor, ({ state }) => footnoteOrder(state.doc))
  const notes = useFootnotes(draft)
  if (order.length === 0) return null
  return (
    <section className={styles.notes} aria-label={say('drafting.footnotes')}>
      <ol>
        {order.map((id, at) => {
          const note = notes.get(id)
          return (
            <li key={id} id={`note-${id}`} value={at + 1}>
              {note ? (
                <Note
                  id={id}
                  editors={editors}
                  draft={draft}
                  fragment={note}
                  numbers={numbers}
                  label={numbers.sayNote(at + 1)}
                />
              ) : (
                <p>{say('drafting.footnote.missing')}</p>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** One note, and its editor's place among the others. */
function Note({
  id,
  editors,
  ...note
}: {
  id: string
  editors: Map<string, Editor>
  draft: DraftConnection
  fragment: XmlFragment
  numbers: NumbersOptions
  label: string
}) {
  const onEditor = useCallback(
    (editor: Editor | null) => {
      if (editor) editors.set(id, editor)
      else editors.delete(id)
    },
    [id, editors],
  )
  return <FootnoteEditor {...note} onEditor={onEditor} />
}
