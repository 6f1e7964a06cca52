/** Real traffic: what two of our editors send while they write one text, recorded as frames. */
import * as Y from 'yjs'
import { enter, setKind, shiftLevel } from '#client/drafting/editor/blocks.ts'
import { syncTypes } from '#shared/sync/messages.ts'
import { schema } from '#shared/text/schema.ts'
import { exchange, startWith, TestEditor } from '../support/editors.ts'
import { pick, type Random, upTo } from '../support/random.ts'
import { updateFrameOf } from './corpus.ts'

type Deed = (editor: TestEditor, random: Random) => unknown

const deeds: Deed[] = [
  (editor) => editor.type('вода '),
  (editor) => editor.type('😀́'),
  (editor) => editor.run(enter),
  (editor) => editor.run((state) => setKind(state, 'operative', 1)),
  (editor) => editor.run((state) => shiftLevel(state, 1)),
  (editor) =>
    editor.dispatch(editor.state.tr.insert(editor.state.selection.from, schema.node('break'))),
  (editor) => editor.undoManager.undo(),
  (editor, random) => {
    const [from, to] = stretch(editor, random)
    editor.dispatch(editor.state.tr.delete(from, to))
  },
  (editor, random) => {
    const mark = pick(random, [
      schema.mark('bold'),
      schema.mark('link', { href: 'https://example.org/' }),
      schema.mark('insertion', { id: 'a:1' }),
    ])
    editor.dispatch(editor.state.tr.addMark(...stretch(editor, random), mark))
  },
]

/** Some letters of the block that the caret stands in. */
function stretch({ state }: TestEditor, random: Random): [from: number, to: number] {
  const { $from } = state.selection
  const to = Math.min($from.pos + upTo(random, 6), $from.end())
  return [$from.pos, to]
}

/** The frames of so many acts. The first is the text that they begin with. */
export function recordTraffic(acts: number, random: Random): Uint8Array[] {
  const start = startWith(
    { id: 'a', words: 'Мы, нижеподписавшиеся' },
    { id: 'b', words: 'требуем' },
  )
  const editors = [new TestEditor(10, start), new TestEditor(20, start)] as const
  const frames = [updateFrameOf(start)]
  for (const editor of editors) {
    editor.ydoc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== editor) frames.push(updateFrameOf(update))
    })
  }
  for (let i = 0; i < acts; i++) {
    const editor = pick(random, editors)
    const block = upTo(random, editor.doc.childCount)
    editor.goTo(block, upTo(random, editor.doc.child(block).content.size + 1))
    pick(random, deeds)(editor, random)
    if (random() < 0.3) exchange(editors)
  }
  for (const { ydoc } of editors) {
    frames.push(updateFrameOf(Y.encodeStateAsUpdate(ydoc), syncTypes.missing))
    frames.push(updateFrameOf(Y.encodeStateVector(ydoc), syncTypes.stateVector))
  }
  return frames
}
