/** A text of three blocks that three editors share, and what they do to where one ends and the next begins. */
import { joinBackward } from '@tiptap/pm/commands'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { enter } from '#client/drafting/editor/blocks.ts'
import { readNodes } from '#shared/text/draft.ts'
import { startWith, TestEditor } from './editors.ts'

const start = startWith(
  { id: 'one', words: 'абвг' },
  { id: 'two', words: 'дежз' },
  { id: 'three', words: 'ийкл' },
)

export type Three = [TestEditor, TestEditor, TestEditor]

/** Three editors of `абвг`, `дежз`, `ийкл`, which have not heard of each other yet. */
export const three = () => [10, 20, 30].map((client) => new TestEditor(client, start)) as Three

/** Enter, and what the editor's own plugin does: a new block gets an id of its own. */
export const pressEnter = (editor: TestEditor): TestEditor =>
  editor.run((state) => {
    const tr = enter(state)
    tr?.doc.forEach((node, pos) => {
      if (!node.attrs.id) tr.setNodeAttribute(pos, 'id', freshId(editor))
    })
    return tr
  })

/** An id that no other editor gives, and the same in each run. */
const freshId = ({ ydoc }: TestEditor) =>
  `e${ydoc.clientID}-${Y.getState(ydoc.store, ydoc.clientID)}`

export function backspace(editor: TestEditor): TestEditor {
  joinBackward(editor.state, editor.dispatch)
  return editor
}

/** Each shows what its own Yjs holds, and all the same. */
export function agree(editors: readonly TestEditor[]): void {
  for (const editor of editors) {
    showsWhatIsHeld(editor)
    expect(editor.doc.toJSON()).toEqual(editors[0]?.doc.toJSON())
  }
}

export function showsWhatIsHeld(editor: TestEditor): void {
  const held = readNodes(editor.ydoc.getXmlFragment('body:ru'))
  expect(held.toJSON()).toEqual(editor.doc.toJSON())
}

export const sorted = (letters: string): string => [...letters].sort().join('')
