/** Our editor in a scenario: its schema, its binding, its own commands. */
import type { Plugin } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { moveBy } from '#client/drafting/clauses/move.ts'
import { BlockIds } from '#client/drafting/editor/block-ids.ts'
import { backspaceAtStart, enter, setKind, shiftLevel } from '#client/drafting/editor/blocks.ts'
import { neverEmpty } from '#client/drafting/editor/never-empty.ts'
import { replaceMatches } from '#client/drafting/find/replace.ts'
import { insertReference } from '#client/drafting/references/reference.ts'
import { mendTables, mendTablesPlugin } from '#client/drafting/tables/mend-tables.ts'
import { insertTable, newTable } from '#client/drafting/tables/table-acts.ts'
import { anchorCharacter, newId } from '#shared/text/blocks.ts'
import { schema } from '#shared/text/schema.ts'
import { startWith, TestEditor } from '../support/editors.ts'
import * as acts from './acts.ts'
import { type Act, below, goSomewhere, type Peer, someStretch } from './peer.ts'
import type { Side } from './scenario.ts'

const plugins = (): Plugin[] => [
  ...(BlockIds.config.addProseMirrorPlugins?.call({} as never) ?? []),
  neverEmpty(),
  mendTablesPlugin(),
]

class Ours extends TestEditor implements Peer {
  undo = () => void this.undoManager.undo()
  redo = () => void this.undoManager.redo()
}

const mend = (peer: Peer) => {
  const tr = mendTables(peer.state)
  if (tr.docChanged) peer.dispatch(tr)
}

const atCaret =
  (act: (peer: Peer, random: () => number) => void): Act =>
  (peer, random) => {
    if (goSomewhere(peer, random)) act(peer, random)
  }

const anchored = (mark: 'footnote' | 'reference', attrs: object) =>
  schema.text(anchorCharacter, [schema.mark(mark, attrs)])

/** A note comes, or the anchor of one goes. */
const note = atCaret((peer, random) => {
  const anchors: number[] = []
  peer.state.doc.descendants((node, pos) => {
    if (node.text === anchorCharacter) anchors.push(pos)
  })
  const gone = random() < 0.3 ? anchors[below(random, anchors.length)] : undefined
  const { tr, selection } = peer.state
  if (gone !== undefined) peer.dispatch(tr.delete(gone, gone + 1))
  else peer.dispatch(tr.insert(selection.to, anchored('footnote', { id: newId() })))
})

const picture = atCaret((peer) => {
  const { tr, selection, doc } = peer.state
  const at = selection.$from.after(1)
  const node = schema.node('image', { id: newId(), asset: '0'.repeat(64) })
  if (doc.childCount < 60) peer.dispatch(tr.insert(at, node))
})

export const ours: Side = {
  name: 'undersigned',
  start(text) {
    const blocks = text.map((words, at) => ({ id: `b${at}`, words }))
    const editor = new Ours(2, startWith(...blocks), plugins())
    editor.dispatch(editor.state.tr.insert(editor.doc.content.size, newTable(schema, 3, 3)))
    return Y.encodeStateAsUpdate(editor.ydoc)
  },
  open: (client, start) => new Ours(client, start, plugins()),
  acts: {
    typing: acts.type,
    erasing: acts.erase,
    bold: acts.mark,
    kind: atCaret((peer, random) => {
      const kinds = ['operative', 'heading', 'quotation', 'bullet'] as const
      const kind = kinds[below(random, 4)] as (typeof kinds)[number]
      peer.dispatch(setKind(peer.state, kind, kind === 'heading' ? 2 : 0))
    }),
    level: atCaret((peer, random) => {
      const tr = shiftLevel(peer.state, random() < 0.5 ? 1 : -1)
      if (tr) peer.dispatch(tr)
    }),
    enter: atCaret((peer) => {
      const tr = enter(peer.state)
      if (tr) peer.dispatch(tr)
    }),
    joining: (peer, random, fresh) => {
      const less = goSomewhere(peer, random, true) && backspaceAtStart(peer.state)
      if (less) peer.dispatch(less)
      else acts.join(peer, random, fresh)
    },
    moving: atCaret((peer, random) => {
      const tr = moveBy(peer.state, random() < 0.5 ? 1 : -1)
      if (tr) peer.dispatch(tr)
    }),
    notes: note,
    references: atCaret((peer) => {
      const { from, to } = peer.state.selection
      peer.dispatch(insertReference(peer.state, { from, to }, 'b0'))
    }),
    'table: rows, columns, cells': acts.table(mend),
    'table: new': atCaret((peer) => {
      if (peer.state.doc.childCount < 60) insertTable(2, 2)(peer.state, peer.dispatch)
    }),
    pictures: picture,
    pasting: acts.paste('block'),
    replacing: (peer, random, fresh) => {
      const stretch = someStretch(peer, random)
      if (stretch) peer.dispatch(replaceMatches(peer.state.tr, [stretch], fresh(2)))
    },
    'undo, redo': acts.undo,
  },
}
