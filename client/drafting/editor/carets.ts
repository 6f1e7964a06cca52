/** Other people's carets and selections, with their true names. [DRAFT1] */
import { Extension } from '@tiptap/core'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'

export const Carets = Extension.create<{ awareness: Awareness }>({
  name: 'carets',
  addProseMirrorPlugins() {
    return [
      yCursorPlugin(this.options.awareness, {
        cursorBuilder: (user: { name: string; color: string }) => caret(user),
        selectionBuilder: ({ color }: { color: string }) => ({
          class: 'others-selection',
          style: `--person: ${color}`,
        }),
      }),
    ]
  },
})

/** Built by hand: an inline `style` attribute in markup is what the page's policy forbids. */
function caret({ name, color }: { name: string; color: string }): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'others-caret'
  caret.style.setProperty('--person', color)
  const flag = document.createElement('span')
  flag.textContent = name
  caret.append('\u2060', flag, '\u2060')
  return caret
}
