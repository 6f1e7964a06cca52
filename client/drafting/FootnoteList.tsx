/** The notes below the text, in the order in which it names them, each written in place. [DRAFT6] */
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import type { XmlFragment } from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import { useDraftFact } from '#client/sync/use-draft.ts'
import { WhenTime } from '#client/ui/WhenTime.tsx'
import type { NumbersOptions } from './editor/drawn-numbers.ts'
import { isLong } from './editor/long-text.ts'
import { footnoteOrder } from './editor/what-is-numbered.ts'
import { FootnoteEditor } from './FootnoteEditor.tsx'
import styles from './FootnoteList.module.css'
import { StillNote } from './footnotes/StillNote.tsx'
import { useFootnotes } from './footnotes/use-footnotes.ts'
import { useEditorFact } from './use-editor-state.ts'

type FootnoteListProps = {
  editor: Editor
  draft: DraftConnection
  numbers: NumbersOptions
  /** Kept up to date: the editor of each note that has one. */
  editors: Map<string, Editor>
  /** Whether every note needs an editor now. */
  areAwake: boolean
}

/** Below a long text nobody sees it at once. */
export function FootnoteList(props: FootnoteListProps) {
  return (
    <WhenTime now={props.areAwake || !isLong(props.editor.state.doc)}>
      <Notes {...props} />
    </WhenTime>
  )
}

function Notes({ editor, draft, numbers, editors, areAwake }: FootnoteListProps) {
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
                  areAwake={areAwake}
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

/** One note. Its editor stays once it is there: it knows what can be taken back. */
function Note({
  id,
  editors,
  areAwake,
  ...note
}: {
  id: string
  editors: Map<string, Editor>
  areAwake: boolean
  draft: DraftConnection
  fragment: XmlFragment
  numbers: NumbersOptions
  label: string
}) {
  const mayEdit = useDraftFact(note.draft, (one) => one.mayEdit)
  const [isAwake, setAwake] = useState(areAwake)
  if (areAwake && !isAwake) setAwake(true)
  const onEditor = useCallback(
    (editor: Editor | null) => {
      if (editor) editors.set(id, editor)
      else editors.delete(id)
    },
    [id, editors],
  )
  if (isAwake) return <FootnoteEditor {...note} onEditor={onEditor} />
  /** The editor is there before the next key. */
  function wake(): Editor | undefined {
    flushSync(() => setAwake(true))
    return editors.get(id)
  }
  return (
    <StillNote
      fragment={note.fragment}
      language={note.numbers.language}
      label={note.label}
      mayEdit={mayEdit}
      onNeed={() => setAwake(true)}
      onCome={wake}
      onPress={(at) => putCaret(wake(), at)}
      onFocus={() => wake()?.view.focus()}
    />
  )
}

function putCaret(editor: Editor | undefined, at: { left: number; top: number }) {
  if (!editor) return
  const { state, view } = editor
  const pos = view.posAtCoords(at)?.pos ?? state.doc.content.size
  view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(pos), -1)))
  view.focus()
}
