/** Writing together: the binding to Yjs, an undo that is one's own, and other people's carets. [DRAFT1] */
import { type Editor, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Binding, bindingKey, isFromElsewhere } from './binding/binding.ts'
import { changeWith } from './binding/change.ts'
import type { Change } from './binding/write-to-yjs.ts'
import { caretsPlugin } from './carets.ts'

export type TogetherOptions = {
  fragment: Y.XmlFragment
  /** Where carets are told and read; a footnote has none. */
  awareness: Awareness | null
  /** Calls the listener just before something from others is taken in; returns how to stop it. */
  onIncoming(listener: () => void): () => void
}

type TogetherStorage = { undoManager: Y.UndoManager | null }

declare module '@tiptap/core' {
  interface Storage {
    together: TogetherStorage
  }
}

/** Typing that goes on without a pause this long (in milliseconds) is undone as one. */
const undoPauseMs = 500

export const Together = Extension.create<TogetherOptions, TogetherStorage>({
  name: 'together',
  addStorage: () => ({ undoManager: null }),
  addKeyboardShortcuts: () => ({
    'Mod-z': ({ editor }) => undo(editor),
    'Mod-y': ({ editor }) => redo(editor),
    'Shift-Mod-z': ({ editor }) => redo(editor),
  }),
  addProseMirrorPlugins() {
    const { fragment, awareness, onIncoming } = this.options
    const { storage } = this
    let binding: Binding | null = null
    const bound = new Plugin<Change | null>({
      key: bindingKey,
      state: {
        init: () => null,
        // How the document differs from what Yjs has.
        apply(tr, before, { doc }) {
          if (isFromElsewhere(tr)) return null
          return changeWith(tr, doc === binding?.doc ? null : before)
        },
      },
      view(view) {
        binding = new Binding(fragment, view)
        storage.undoManager = new Y.UndoManager(fragment, {
          trackedOrigins: new Set([binding]),
          captureTimeout: undoPauseMs,
        })
        const stop = onIncoming(() => heedSelection(view))
        return {
          update({ state }) {
            if (!binding || state.doc === binding.doc) return
            binding.write(bindingKey.getState(state) ?? { changedAt: 0, moved: new Set() })
          },
          destroy() {
            stop()
            storage.undoManager?.destroy()
            binding?.destroy()
            binding = null
          },
        }
      },
    })
    return [bound, ...(awareness ? [caretsPlugin(awareness, () => binding)] : [])]
  },
})

/**
 * Lets the editor hear at once where the person has just put the caret. The browser tells it a moment
 * later; if what others did were shown in that moment, the caret would jump back to where it was.
 */
const heedSelection = (view: EditorView): void =>
  (view as unknown as { domObserver: { flush(): void } }).domObserver.flush()

export const canUndo = ({ storage }: Editor): boolean =>
  (storage.together.undoManager?.undoStack.length ?? 0) > 0

export const canRedo = ({ storage }: Editor): boolean =>
  (storage.together.undoManager?.redoStack.length ?? 0) > 0

/** Takes back what I did last, and nothing of what others did. */
export function undo({ isEditable, storage }: Editor): boolean {
  if (isEditable) storage.together.undoManager?.undo()
  return true
}

export function redo({ isEditable, storage }: Editor): boolean {
  if (isEditable) storage.together.undoManager?.redo()
  return true
}

/** Does something that is taken back by itself, not together with what was typed around it. */
export function asOneStep({ storage }: Editor, act: () => void): void {
  storage.together.undoManager?.stopCapturing()
  act()
  storage.together.undoManager?.stopCapturing()
}
