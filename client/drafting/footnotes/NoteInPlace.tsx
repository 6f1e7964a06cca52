/** A note, opened and written where its number stands in the text; on a phone at the foot of the screen. [DRAFT6] */
import type { Editor } from '@tiptap/core'
import { Trash2, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useWords } from '#client/i18n/words.ts'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import { useDraftFact } from '#client/sync/use-draft.ts'
import type { NumbersOptions } from '../editor/drawn-numbers.ts'
import { footnoteOrder } from '../editor/what-is-numbered.ts'
import { FootnoteEditor } from '../FootnoteEditor.tsx'
import { positionOfNote } from '../references/anchor-at.ts'
import { useEditorFact } from '../use-editor-state.ts'
import styles from './NoteInPlace.module.css'
import { removeNote } from './notes.ts'
import { closeNote, openNoteIn } from './open-note.ts'
import { useFootnotes } from './use-footnotes.ts'

export function NoteInPlace({
  editor,
  draft,
  numbers,
}: {
  editor: Editor
  draft: DraftConnection
  numbers: NumbersOptions
}) {
  const open = useEditorFact(editor, ({ state }) => {
    const id = openNoteIn(state)
    if (id === null) return null
    const pos = positionOfNote(state.doc, id) ?? 0
    return { id, pos, number: footnoteOrder(state.doc).indexOf(id) + 1 }
  })
  if (!open) return null
  return <Note key={open.id} {...open} editor={editor} draft={draft} numbers={numbers} />
}

function Note({
  id,
  pos,
  number,
  editor,
  draft,
  numbers,
}: {
  id: string
  pos: number
  number: number
  editor: Editor
  draft: DraftConnection
  numbers: NumbersOptions
}) {
  const say = useWords()
  const box = useRef<HTMLDivElement>(null)
  const mayEdit = useDraftFact(draft, (one) => one.mayEdit)
  const note = useFootnotes(draft).get(id)
  const title = numbers.sayNote(number)

  useLayoutEffect(() => place(box.current, editor, pos))
  useEffect(() => {
    // Once it stands on top of the touch keyboard.
    const show = () => requestAnimationFrame(() => bringAbove(box.current, editor, id))
    show()
    window.visualViewport?.addEventListener('resize', show)
    return () => window.visualViewport?.removeEventListener('resize', show)
  }, [editor, id])
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target)) return
      closeNote(editor, false)
    }
    window.addEventListener('pointerdown', onPress)
    return () => window.removeEventListener('pointerdown', onPress)
  }, [editor])
  useEffect(() => {
    if (!mayEdit) box.current?.querySelector('button')?.focus()
  }, [mayEdit])

  return (
    <div
      ref={box}
      className={styles.note}
      role="dialog"
      aria-modal="false"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        closeNote(editor, true)
      }}
    >
      <header>
        <h2>{title}</h2>
        {mayEdit && (
          <button
            type="button"
            onClick={() => removeNote(editor, id)}
            title={say('clauses.note.remove')}
          >
            <Trash2 aria-hidden="true" />
            <span className="visually-hidden">{say('clauses.note.remove')}</span>
          </button>
        )}
        <button type="button" onClick={() => closeNote(editor, true)} title={say('ui.close')}>
          <X aria-hidden="true" />
          <span className="visually-hidden">{say('ui.close')}</span>
        </button>
      </header>
      {note ? (
        <FootnoteEditor draft={draft} fragment={note} numbers={numbers} label={title} autofocus />
      ) : (
        <p>{say('drafting.footnote.missing')}</p>
      )}
    </div>
  )
}

/** The anchor itself has no height: its line reaches so far above and below. */
const line = 20

/** The sheet of a phone covers the lower part of the text: the line that the note belongs to stays in sight. */
function bringAbove(box: HTMLElement | null, editor: Editor, id: string) {
  const pos = editor.isDestroyed ? null : positionOfNote(editor.state.doc, id)
  if (!box || box.offsetParent || pos === null) return
  const hidden = editor.view.coordsAtPos(pos).bottom + 2 * line - box.getBoundingClientRect().top
  if (hidden > 0) window.scrollBy({ top: hidden })
}

/** Below the note's number, above it where there is no room; the sheet of a phone stands where its style says. */
function place(box: HTMLElement | null, editor: Editor, pos: number) {
  const paper = box?.offsetParent
  if (!box || !paper) return
  const anchor = editor.view.coordsAtPos(Math.min(pos, editor.state.doc.content.size))
  const around = paper.getBoundingClientRect()
  const below = anchor.bottom + box.offsetHeight + 2 * line < window.innerHeight
  const top = below ? anchor.bottom + line : anchor.top - box.offsetHeight - line
  const left = Math.min(anchor.left - around.left - 24, around.width - box.offsetWidth - 8)
  box.style.setProperty('--top', `${top - around.top}px`)
  box.style.setProperty('--left', `${Math.max(left, 8)}px`)
}
