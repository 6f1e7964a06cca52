/** Editors that write one text together, without a browser: real states, real Yjs, a network one holds. */
import type { Node } from '@tiptap/pm/model'
import { EditorState, type Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { Binding, isFromElsewhere } from '#client/drafting/editor/binding/binding.ts'
import { changeWith } from '#client/drafting/editor/binding/change.ts'
import { undoWhereItStands } from '#client/drafting/editor/binding/undo-quiet.ts'
import { readNodes } from '#shared/text/draft.ts'
import { schema } from '#shared/text/schema.ts'

/** One editor: its state, its document, and what it has not sent yet. */
export class TestEditor {
  readonly ydoc = new Y.Doc()
  readonly binding: Binding
  readonly undoManager: Y.UndoManager
  state: EditorState
  readonly #unsent: Uint8Array[] = []

  constructor(client: number, start?: Uint8Array, plugins: Plugin[] = []) {
    this.ydoc.clientID = client
    if (start) Y.applyUpdate(this.ydoc, start)
    const fragment = this.ydoc.getXmlFragment('body:ru')
    this.state = EditorState.create({ doc: readNodes(fragment), schema, plugins })
    this.binding = new Binding(fragment, this)
    this.undoManager = new Y.UndoManager(fragment, {
      trackedOrigins: new Set([this.binding]),
      captureTimeout: 0,
    })
    undoWhereItStands(this.undoManager)
    this.ydoc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#unsent.push(update)
    })
  }

  get doc(): Node {
    return this.state.doc
  }

  dispatch = (tr: Transaction): void => {
    this.state = this.state.apply(tr)
    if (isFromElsewhere(tr) || this.state.doc === this.binding.doc) return
    this.binding.write(changeWith(tr, null) ?? { changedAt: 0, moved: new Set() })
  }

  /** Hands out what others have not heard, and forgets it. */
  takeUnsent(): Uint8Array[] {
    return this.#unsent.splice(0)
  }

  receive(updates: readonly Uint8Array[]): void {
    for (const update of updates) Y.applyUpdate(this.ydoc, update, this)
  }

  /** Puts the caret behind so many letters of a block; never into the middle of one, as in a browser. */
  goTo(block: number, offset: number): this {
    const start = this.doc.children.slice(0, block).reduce((sum, node) => sum + node.nodeSize, 1)
    const { tr } = this.state
    this.dispatch(tr.setSelection(TextSelection.create(tr.doc, this.whole(start + offset))))
    return this
  }

  /** The position itself, or the one before it when it lies within a letter of two units. */
  whole(pos: number): number {
    const $pos = this.doc.resolve(pos)
    const before = $pos.parent.textBetween(0, $pos.parentOffset, undefined, '\n')
    return /[\ud800-\udbff]$/.test(before) ? pos - 1 : pos
  }

  type(words: string): this {
    for (const letter of words) this.dispatch(this.state.tr.insertText(letter))
    return this
  }

  run(act: (state: EditorState) => Transaction | null): this {
    const tr = act(this.state)
    if (tr) this.dispatch(tr)
    return this
  }

  /** The words of each block. */
  get words(): string[] {
    return this.doc.children.map(({ textContent }) => textContent)
  }
}

/** Everybody hears everything, in turn, until nobody has anything to say. */
export function exchange(editors: readonly TestEditor[]): void {
  for (let round = 0; round < 10; round++) {
    const said = editors.map((editor) => editor.takeUnsent())
    if (said.every((updates) => updates.length === 0)) return
    editors.forEach((editor, at) => {
      said.forEach((updates, from) => {
        if (from !== at) editor.receive(updates)
      })
    })
  }
}

/** The state of a text with these blocks, to start editors from. */
export function startWith(
  ...blocks: { id: string; words: string; [attr: string]: unknown }[]
): Uint8Array {
  const editor = new TestEditor(1)
  const nodes = blocks.map(({ words, ...attrs }) =>
    schema.node('block', attrs, words ? schema.text(words) : undefined),
  )
  editor.dispatch(editor.state.tr.insert(0, nodes))
  return Y.encodeStateAsUpdate(editor.ydoc)
}
