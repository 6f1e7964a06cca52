/** Notes and references answer to a click and to keys: a note opens where it stands, a reference leads to its clause. */
import { type Editor, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { blockById } from '../clauses/place-of-block.ts'
import { openNote } from '../footnotes/open-note.ts'
import { type Anchor, anchorAt } from './anchor-at.ts'
import { follow, insertReference, targetOfLink } from './reference.ts'

export const Anchors = Extension.create({
  name: 'anchors',
  priority: 960,
  addKeyboardShortcuts: () => ({
    // Beside an anchor Enter goes on to the next line, as everywhere: only on a selected one it opens.
    Enter: ({ editor }) => open(editor, anchorAt(editor.state), true),
    'Mod-Enter': ({ editor }) => open(editor, anchorAt(editor.state), false),
    'Alt-Enter': ({ editor }) => open(editor, anchorAt(editor.state), false),
  }),
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handleClick: (_view, _pos, event) => clicked(editor, event),
          handlePaste: (_view, event) =>
            pasted(editor, event.clipboardData?.getData('text/plain') ?? ''),
        },
      }),
    ]
  },
})

function open(editor: Editor, anchor: Anchor | null, onlySelected: boolean): boolean {
  if (!anchor || (onlySelected && !anchor.selected)) return false
  if (anchor.kind === 'reference') return follow(editor, anchor.id)
  openNote(editor, anchor.id)
  return true
}

function clicked(editor: Editor, event: MouseEvent): boolean {
  if (event.button !== 0 || event.shiftKey || !(event.target instanceof Element)) return false
  const note = event.target.closest<HTMLElement>('[data-footnote]')?.dataset.footnote
  if (note) openNote(editor, note)
  const target = event.target.closest<HTMLElement>('[data-reference]')?.dataset.reference
  return note !== undefined || (target !== undefined && follow(editor, target))
}

function pasted(editor: Editor, text: string): boolean {
  const target = targetOfLink(text)
  if (!target || !editor.isEditable || !blockById(editor.state.doc, target)) return false
  editor.view.dispatch(insertReference(editor.state, editor.state.selection, target))
  return true
}
