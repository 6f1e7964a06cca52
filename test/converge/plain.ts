/** Plain tiptap in the same scenarios: its starter kit and tables, on the binding that its collaboration brings. */
import { getSchema } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { setBlockType, splitBlock } from '@tiptap/pm/commands'
import type { Node } from '@tiptap/pm/model'
import { EditorState, type Plugin, type Transaction } from '@tiptap/pm/state'
import { fixTables } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import { StarterKit } from '@tiptap/starter-kit'
import { redo, undo, ySyncPlugin, yUndoPlugin, yUndoPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import * as acts from './acts.ts'
import { type Act, below, goSomewhere, type Peer } from './peer.ts'
import type { Side } from './scenario.ts'

const schema = getSchema([StarterKit, Table, TableRow, TableHeader, TableCell])

/** A view without a screen, with what the binding asks of one. */
class Plain implements Peer {
  readonly ydoc = new Y.Doc()
  readonly isDestroyed = false
  state: EditorState
  readonly #views: ReturnType<NonNullable<Plugin['spec']['view']>>[]
  readonly #unsent: Uint8Array[] = []

  constructor(client: number, start?: Uint8Array) {
    this.ydoc.clientID = client
    if (start) Y.applyUpdate(this.ydoc, start)
    const plugins = [ySyncPlugin(this.ydoc.getXmlFragment('default')), yUndoPlugin()]
    this.state = EditorState.create({ schema, plugins })
    this.#views = []
    for (const { spec } of plugins) {
      const view = spec.view?.(this as unknown as EditorView)
      if (view) this.#views.push(view)
    }
    const { undoManager } = yUndoPluginKey.getState(this.state)
    undoManager.captureTimeout = 0
    this.ydoc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#unsent.push(update)
    })
  }

  dispatch = (tr: Transaction): void => {
    const before = this.state
    this.state = before.apply(tr)
    for (const view of this.#views) view.update?.(this as unknown as EditorView, before)
  }

  hasFocus = () => false
  undo = () => void undo(this.state)
  redo = () => void redo(this.state)
  takeUnsent = () => this.#unsent.splice(0)

  receive(updates: readonly Uint8Array[]): void {
    for (const update of updates) Y.applyUpdate(this.ydoc, update, this)
  }
}

const paragraph = (words: string) => schema.node('paragraph', null, words ? schema.text(words) : [])

/** What tiptap's tables do after each change. */
const mend = (peer: Peer) => {
  const tr = fixTables(peer.state)
  if (tr) peer.dispatch(tr)
}

const someTable = (rows: number, columns: number): Node => {
  const cell = () => schema.node('tableCell', null, paragraph(''))
  const row = () => schema.node('tableRow', null, Array.from({ length: columns }, cell))
  return schema.node('table', null, Array.from({ length: rows }, row))
}

const atCaret =
  (act: (peer: Peer, random: () => number) => void): Act =>
  (peer, random) => {
    if (goSomewhere(peer, random)) act(peer, random)
  }

export const plain: Side = {
  name: 'plain tiptap',
  start(text) {
    const editor = new Plain(2)
    const nodes = [...text.map(paragraph), someTable(3, 3)]
    editor.dispatch(editor.state.tr.replaceWith(0, editor.state.doc.content.size, nodes))
    return Y.encodeStateAsUpdate(editor.ydoc)
  },
  open: (client, start) => new Plain(client, start),
  acts: {
    typing: acts.type,
    erasing: acts.erase,
    bold: acts.mark,
    kind: atCaret((peer, random) => {
      const type = schema.nodes[random() < 0.6 ? 'heading' : 'paragraph']
      if (type) setBlockType(type)(peer.state, peer.dispatch)
    }),
    level: atCaret((peer, random) => {
      const { $from } = peer.state.selection
      if ($from.parent.type.name !== 'heading') return
      const level = 1 + below(random, 3)
      peer.dispatch(peer.state.tr.setNodeAttribute($from.before(), 'level', level))
    }),
    enter: atCaret((peer) => splitBlock(peer.state, peer.dispatch)),
    joining: acts.join,
    // As dragging does it: cut here, put in there.
    moving: atCaret((peer, random) => {
      const { doc, selection, tr } = peer.state
      const at = selection.$from.index(0)
      const to = at + (random() < 0.5 ? -1 : 1)
      const node = doc.child(at)
      const other = doc.maybeChild(to)
      if (!other) return
      const start = selection.$from.before(1)
      tr.delete(start, start + node.nodeSize)
      peer.dispatch(tr.insert(to < at ? start - other.nodeSize : start + other.nodeSize, node))
    }),
    'table: rows, columns, cells': acts.table(mend),
    'table: new': atCaret((peer) => {
      const { doc, selection, tr } = peer.state
      if (doc.childCount < 60) peer.dispatch(tr.insert(selection.$from.after(1), someTable(2, 2)))
    }),
    pasting: acts.paste('paragraph'),
    replacing: acts.replace,
    'undo, redo': acts.undo,
  },
}
