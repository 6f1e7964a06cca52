/** The tools of a picture, while it is selected or its caption is written: its words, its size. [DRAFT6] */
import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { Minus, Plus, Trash2, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import { TextArea } from '#client/ui/Field.tsx'
import { FormDialog } from '#client/ui/FormDialog.tsx'
import { Toolbar } from '#client/ui/Toolbar.tsx'
import styles from '../tables/TableTools.module.css'
import { useEditorFact } from '../use-editor-state.ts'

export function PictureTools({ editor }: { editor: Editor }) {
  const say = useWords()
  const [describing, setDescribing] = useState<{ id: string; alt: string } | null>(null)
  const picture = useEditorFact(editor, (one) => pictureHere(one))
  const dialog = describing && (
    <FormDialog
      title={say('images.words.title')}
      submit={say('ui.save')}
      busy={false}
      refused={null}
      onClose={() => setDescribing(null)}
      onSubmit={() => {
        setOfPicture(editor, describing.id, { alt: describing.alt.trim() })
        setDescribing(null)
        // Once the window has given the focus back to the tools.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => writeCaption(editor, describing.id)),
        )
      }}
    >
      <TextArea
        label={say('images.words')}
        hint={say('images.words.hint')}
        value={describing.alt}
        maxLength={1000}
        autoFocus
        onChange={({ target }) => setDescribing({ ...describing, alt: target.value })}
      />
    </FormDialog>
  )
  if (!picture) return dialog
  const { id, alt, width, height } = picture
  const scale = (by: number) => {
    const next = Math.round(Math.min(Math.max(width * by, 80), 2000))
    setOfPicture(editor, id, {
      width: next,
      height: Math.max(Math.round((next / width) * height), 1),
    })
  }
  return (
    <div className={styles.place}>
      <Toolbar label={say('images.tools')} className={styles.tools}>
        <button type="button" className={styles.group} onClick={() => setDescribing({ id, alt })}>
          {alt === '' && <TriangleAlert aria-hidden="true" />}
          {alt === '' ? say('images.words.missing') : say('images.words')}
        </button>
        {width > 0 && (
          <>
            <button
              type="button"
              className={styles.group}
              aria-label={say('images.smaller')}
              title={say('images.smaller')}
              onClick={() => scale(0.8)}
            >
              <Minus />
            </button>
            <button
              type="button"
              className={styles.group}
              aria-label={say('images.larger')}
              title={say('images.larger')}
              onClick={() => scale(1.25)}
            >
              <Plus />
            </button>
          </>
        )}
        <button
          type="button"
          className={styles.group}
          aria-label={say('images.delete')}
          title={say('images.delete')}
          onClick={() => deletePicture(editor, id)}
        >
          <Trash2 />
        </button>
      </Toolbar>
      {dialog}
    </div>
  )
}

/** The picture that is selected, or whose caption the caret is in. */
function pictureHere({ state: { selection } }: Editor) {
  const node = selection instanceof NodeSelection ? selection.node : selection.$from.parent
  if (node.type.name !== 'image') return null
  const { id, alt, width, height } = node.attrs
  return { id: String(id), alt: String(alt), width: Number(width), height: Number(height) }
}

/** By its id: meanwhile others may have moved it, or taken it out. */
function placeOfPicture({ state }: Editor, id: string): number | null {
  let place: number | null = null
  state.doc.forEach((node, pos) => {
    if (node.type.name === 'image' && node.attrs.id === id) place = pos
  })
  return place
}

function setOfPicture(editor: Editor, id: string, attrs: { [name: string]: string | number }) {
  const pos = placeOfPicture(editor, id)
  if (pos === null || !editor.isEditable) return
  const { tr } = editor.state
  for (const [name, value] of Object.entries(attrs)) tr.setNodeAttribute(pos, name, value)
  editor.view.dispatch(tr)
}

/** The caption comes next: typing over the picture itself would take it away. */
function writeCaption(editor: Editor, id: string) {
  const pos = placeOfPicture(editor, id)
  if (pos === null || editor.isDestroyed) return
  const { tr } = editor.state
  const end = pos + (tr.doc.nodeAt(pos)?.nodeSize ?? 2) - 1
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end)))
  editor.view.focus()
}

function deletePicture(editor: Editor, id: string) {
  const pos = placeOfPicture(editor, id)
  if (pos === null || !editor.isEditable) return
  const { tr } = editor.state
  editor.view.dispatch(tr.delete(pos, pos + (tr.doc.nodeAt(pos)?.nodeSize ?? 0)))
  editor.view.focus()
}
