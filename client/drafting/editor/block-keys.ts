/** The keys of the text: those of blocks, and those that everybody has in their fingers for formats. */
import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import type { BlockKind } from '#shared/text/blocks.ts'
import type { MarkName } from '#shared/text/schema.ts'
import { keysPressed } from '../shortcuts.ts'
import { backspaceAtStart, enter, hasLevels, setKind, shiftLevel } from './blocks.ts'
import { redo, undo } from './together.ts'

const formatMarks = [
  ...['bold', 'italic', 'underline', 'strike'],
  ...['superscript', 'subscript', 'link'],
] as const

type Act = (state: EditorState) => Transaction | null

const run =
  (act: Act) =>
  ({ editor }: { editor: Editor }): boolean => {
    if (!editor.isEditable) return false
    const tr = act(editor.state)
    if (tr) editor.view.dispatch(tr)
    return tr !== null
  }

const kind = (name: BlockKind, level = 0) => run((state) => setKind(state, name, level))

/** The key is the text's own, even where there are no levels: on a Mac the browser leaves the page by it. */
const deeper = (by: 1 | -1) => (context: { editor: Editor }) => {
  run((state) => shiftLevel(state, by))(context)
  return true
}

const format =
  (name: MarkName) =>
  ({ editor }: { editor: Editor }): boolean =>
    editor.commands.toggleMark(name)

/** Takes every format and link off the selection; what anchors stand on is no format. */
export const clearFormats = ({ editor }: { editor: Editor }): boolean => {
  const { state, view } = editor
  const { tr } = state
  for (const name of formatMarks) {
    const mark = state.schema.marks[name]
    for (const { $from, $to } of state.selection.ranges)
      if (mark) tr.removeMark($from.pos, $to.pos, mark)
  }
  view.dispatch(tr.setStoredMarks([]))
  return true
}

/** By the keys as `keysPressed` writes them. */
const shortcuts: { [keys: string]: (context: { editor: Editor }) => boolean } = {
  'Mod Z': ({ editor }) => undo(editor),
  'Mod Y': ({ editor }) => redo(editor),
  'Mod Shift Z': ({ editor }) => redo(editor),
  'Mod B': format('bold'),
  'Mod I': format('italic'),
  'Mod U': format('underline'),
  'Mod Shift X': format('strike'),
  'Alt Shift 5': format('strike'),
  'Mod .': format('superscript'),
  'Mod ,': format('subscript'),
  'Mod \\': clearFormats,
  'Mod Alt 0': kind('plain'),
  'Mod Alt 1': kind('heading', 1),
  'Mod Alt 2': kind('heading', 2),
  'Mod Alt 3': kind('heading', 3),
  'Mod Alt P': kind('preamble'),
  'Mod Shift 7': kind('operative'),
  'Mod Shift 8': kind('bullet'),
  'Mod Shift 9': kind('quotation'),
  'Mod M': deeper(1),
  'Mod ]': deeper(1),
  'Mod [': deeper(-1),
}

/** Tab stays with the text where it means something, and leaves it everywhere else. */
const tab = (by: 1 | -1) => (context: { editor: Editor }) =>
  hasLevels(context.editor.state) && deeper(by)(context)

export const BlockKeys = Extension.create({
  name: 'blockKeys',
  priority: 900,
  addKeyboardShortcuts: () => ({
    Enter: run(enter),
    Backspace: run(backspaceAtStart),
    'Shift-Enter': ({ editor }) => editor.commands.insertContent({ type: 'break' }),
    Tab: tab(1),
    'Shift-Tab': tab(-1),
  }),
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handleKeyDown: (_, event) => {
            const act = shortcuts[keysPressed(event) ?? '']
            return act !== undefined && editor.isEditable && act({ editor })
          },
        },
      }),
    ]
  },
})
