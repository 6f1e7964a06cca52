/** What can be done in any editor of ProseMirror's kind, ours and plain tiptap alike. */
import { joinBackward } from '@tiptap/pm/commands'
import { Fragment, Slice } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addRowAfter,
  CellSelection,
  deleteColumn,
  deleteRow,
  mergeCells,
  splitCell,
} from '@tiptap/pm/tables'
import { type Act, below, goSomewhere, type Peer, someStretch } from './peer.ts'

export const type: Act = (peer, random, fresh) => {
  if (!goSomewhere(peer, random)) return
  for (const letter of fresh(1 + below(random, 4))) {
    peer.dispatch(peer.state.tr.insertText(letter))
  }
}

export const erase: Act = (peer, random) => {
  const stretch = someStretch(peer, random)
  if (stretch) peer.dispatch(peer.state.tr.delete(stretch.from, stretch.to))
}

export const mark: Act = (peer, random) => {
  const stretch = someStretch(peer, random)
  const { schema, tr } = peer.state
  if (stretch) peer.dispatch(tr.addMark(stretch.from, stretch.to, schema.mark('bold')))
}

/** Backspace at the beginning of a paragraph. */
export const join: Act = (peer, random) => {
  if (goSomewhere(peer, random, true)) joinBackward(peer.state, peer.dispatch)
}

/** Other letters in the place of some. */
export const replace: Act = (peer, random, fresh) => {
  const stretch = someStretch(peer, random)
  if (stretch) peer.dispatch(peer.state.tr.insertText(fresh(2), stretch.from, stretch.to))
}

/** Two paragraphs, the first of which goes on the one that the caret stands in. */
export const paste =
  (block: string): Act =>
  (peer, random, fresh) => {
    if (!goSomewhere(peer, random)) return
    const { schema, tr } = peer.state
    const nodes = [3, 3].map((count) => schema.node(block, null, schema.text(fresh(count))))
    peer.dispatch(tr.replaceSelection(new Slice(Fragment.from(nodes), 1, 1)))
  }

/** Mostly takes back, sometimes does again. */
export const undo: Act = (peer, random) => {
  if (random() < 0.7) peer.undo()
  else peer.redo()
}

/** Rows, columns and cells of a table; `prepare` is what an editor's tools do first. */
export const table =
  (prepare: (peer: Peer) => void): Act =>
  (peer, random) => {
    prepare(peer)
    const tables: number[][] = []
    peer.state.doc.descendants((node, pos) => {
      if (node.type.spec.tableRole === 'table') tables.push([])
      if (node.type.spec.tableRole === 'cell') tables.at(-1)?.push(pos)
    })
    const cells = tables[below(random, tables.length)] ?? []
    const [anchor, head] = [cells[below(random, cells.length)], cells[below(random, cells.length)]]
    if (anchor === undefined || head === undefined) return
    const selection = CellSelection.create(peer.state.doc, anchor, random() < 0.5 ? head : anchor)
    peer.dispatch(peer.state.tr.setSelection(selection))
    const command = tableCommands[below(random, tableCommands.length)] as Command
    command(peer.state, peer.dispatch)
  }

const tableCommands = [
  addRowAfter,
  addColumnAfter,
  deleteRow,
  deleteColumn,
  mergeCells,
  mergeCells,
  splitCell,
]
