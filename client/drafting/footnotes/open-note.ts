/** Which note is open where it stands in the text; at most one. [DRAFT6] */
import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { positionOfNote } from '../references/anchor-at.ts'

const key = new PluginKey<string | null>('open note')

export const OpenNote = Extension.create({
  name: 'openNote',
  addProseMirrorPlugins: () => [
    new Plugin<string | null>({
      key,
      state: {
        init: () => null,
        apply(tr, before) {
          const told: { id: string | null } | undefined = tr.getMeta(key)
          const id = told ? told.id : before
          return id !== null && positionOfNote(tr.doc, id) !== null ? id : null
        },
      },
    }),
  ],
})

export const openNoteIn = (state: EditorState): string | null => key.getState(state) ?? null

export const openNote = ({ view }: Editor, id: string): void =>
  view.dispatch(view.state.tr.setMeta(key, { id }))

/** Closes the note; with `back` the caret stands behind its anchor again. */
export function closeNote(editor: Editor, back: boolean): void {
  const { state, view } = editor
  const id = openNoteIn(state)
  const tr = state.tr.setMeta(key, { id: null })
  const pos = back && id !== null ? positionOfNote(state.doc, id) : null
  if (pos !== null) tr.setSelection(TextSelection.create(tr.doc, pos + 1))
  view.dispatch(tr)
  if (back) view.focus()
}
