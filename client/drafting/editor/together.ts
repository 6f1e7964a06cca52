/** Writing together: the binding to Yjs, an undo that is one's own, and other people's carets. [DRAFT1] */
import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { footnotesOf } from '#shared/text/draft.ts'
import { formOf } from '#shared/text/form.ts'
import { heedInput } from '../typing/letter-first.ts'
import { Binding, bindingKey, isFromElsewhere } from './binding/binding.ts'
import { changeWith } from './binding/change.ts'
import type { Change } from './binding/write-to-yjs.ts'
import { caretsPlugin } from './carets.ts'
import { OwnUndo } from './own-undo.ts'

export type TogetherOptions = {
  fragment: Y.XmlFragment
  /** Where carets are told and read; a footnote has none. */
  awareness: Awareness | null
  /** Calls the listener just before something from others is taken in; returns how to stop it. */
  onIncoming(listener: () => void): () => void
}

type TogetherStorage = { ownUndo: OwnUndo | null }

declare module '@tiptap/core' {
  interface Storage {
    together: TogetherStorage
  }
}

export const Together = Extension.create<TogetherOptions, TogetherStorage>({
  name: 'together',
  addStorage: () => ({ ownUndo: null }),
  addProseMirrorPlugins() {
    const { fragment, awareness, onIncoming } = this.options
    const { storage } = this
    let binding: Binding | null = null
    /** What was pasted, cut or dropped is undone by itself. */
    let isAlone = false
    const bound = new Plugin<Change | null>({
      key: bindingKey,
      state: {
        init: () => null,
        // How the document differs from what Yjs has.
        apply(tr, before, { doc }) {
          if (isFromElsewhere(tr)) return null
          isAlone ||= tr.getMeta('uiEvent') !== undefined
          return changeWith(tr, doc === binding?.doc ? null : before)
        },
      },
      view(view) {
        binding = new Binding(fragment, view)
        // A note is itself beside its text: only the text's own undo reaches there.
        const beside =
          fragment.doc && awareness ? [footnotesOf(fragment.doc), formOf(fragment.doc)] : []
        const ownUndo = new OwnUndo(binding, view, undefined, beside)
        storage.ownUndo = ownUndo
        const stop = onIncoming(() => {
          if (view.hasFocus()) heedInput(view)
        })
        return {
          update({ state }, before) {
            if (binding && state.doc !== binding.doc) {
              if (isAlone) ownUndo.endPiece()
              write(binding, ownUndo, before, state)
              if (isAlone) ownUndo.endPiece()
              isAlone = false
            } else if (hasOnlyMoved(before, state)) ownUndo.endPiece()
          },
          destroy() {
            stop()
            ownUndo.destroy()
            storage.ownUndo = null
            binding?.destroy()
            binding = null
          },
        }
      },
    })
    return [
      bound,
      ...(awareness ? [caretsPlugin(this.editor.schema, awareness, () => binding)] : []),
    ]
  },
})

function write(binding: Binding, ownUndo: OwnUndo, before: EditorState, state: EditorState) {
  ownUndo.beforeWriting(before)
  binding.write(bindingKey.getState(state) ?? { changedAt: 0, moved: new Set() })
  ownUndo.afterWriting(state)
}

/** What is typed after the caret was put elsewhere is undone by itself. */
const hasOnlyMoved = (before: EditorState, { doc, selection }: EditorState): boolean =>
  doc === before.doc && !selection.eq(before.selection)

export const canUndo = ({ storage }: Editor): boolean =>
  (storage.together.ownUndo?.manager.undoStack.length ?? 0) > 0

export const canRedo = ({ storage }: Editor): boolean =>
  (storage.together.ownUndo?.manager.redoStack.length ?? 0) > 0

/** Takes back what I did last, and nothing of what others did. */
export function undo({ isEditable, storage }: Editor): boolean {
  if (isEditable) storage.together.ownUndo?.undo()
  return true
}

export function redo({ isEditable, storage }: Editor): boolean {
  if (isEditable) storage.together.ownUndo?.redo()
  return true
}

/** What is done next is taken back by itself, not together with what was typed just before. */
export const endUndoPiece = ({ storage }: Editor): void => storage.together.ownUndo?.endPiece()

/** Does something to the notes of the text, or to its form, that one's own undo takes back. */
export function actBeside({ storage, view }: Editor, act: () => void): void {
  storage.together.ownUndo?.actBeside(act)
  // The text has not changed, but what can be taken back has.
  view.dispatch(view.state.tr)
}

/** Does something that is taken back by itself, not together with what was typed around it. */
export function asOneStep(editor: Editor, act: () => void): void {
  endUndoPiece(editor)
  act()
  endUndoPiece(editor)
}
