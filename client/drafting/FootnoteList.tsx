/** The notes below the text, in the order in which it names them, each written in place. [DRAFT6] */
import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type { XmlFragment } from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import { footnotesOf } from '#shared/text/draft.ts'
import { footnoteOrder, type NumbersOptions } from './editor/numbers.ts'
import { FootnoteEditor } from './FootnoteEditor.tsx'
import styles from './FootnoteList.module.css'
import { useEditorFact } from './use-editor-state.ts'

export function FootnoteList({
  editor,
  draft,
  numbers,
}: {
  editor: Editor
  draft: DraftConnection
  numbers: NumbersOptions
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
                <FootnoteEditor
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

/** The notes that exist now, by id; a new map whenever one comes or goes. */
function useFootnotes(draft: DraftConnection): ReadonlyMap<string, XmlFragment> {
  const [notes, setNotes] = useState<ReadonlyMap<string, XmlFragment>>(new Map())
  useEffect(() => {
    const map = footnotesOf(draft.doc)
    const read = () => setNotes(new Map(map.entries()))
    read()
    map.observe(read)
    return () => map.unobserve(read)
  }, [draft])
  return notes
}
