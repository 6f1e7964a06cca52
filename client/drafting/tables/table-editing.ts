/** Working in tables: selecting cells, the keys, what is copied out of them and pasted into them. [DRAFT6] */
import { type AnyExtension, type Editor, Extension, type Node as NodeExtension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type Command, Plugin } from '@tiptap/pm/state'
import { CellSelection, tableEditing } from '@tiptap/pm/tables'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { leaveTable } from './leave-table.ts'
import { mendTables, mendTablesPlugin } from './mend-tables.ts'
import { clearCells, inTable, nextCell, previousCell } from './table-acts.ts'
import { tableView } from './table-view.ts'

export const TableEditing = Extension.create({
  name: 'tableEditing',
  // Before the keys of blocks: Tab goes from cell to cell, also in a list.
  priority: 950,
  addKeyboardShortcuts: () => ({
    Tab: key(nextCell),
    'Shift-Tab': key(previousCell),
    ArrowDown: key(leaveTable(1)),
    ArrowUp: key(leaveTable(-1)),
    Backspace: key(clearCells),
    Delete: key(clearCells),
    'Mod-Backspace': key(clearCells),
    'Mod-Delete': key(clearCells),
  }),
  addProseMirrorPlugins: () => [cells(), tablesPlugin(), mendTablesPlugin()],
})

/**
 * With how a table is drawn, beside its type: were it a plugin's, whose turn comes when all stands already,
 * the whole text would be drawn a second time.
 */
export const withTableView = (extensions: readonly AnyExtension[]): AnyExtension[] =>
  extensions.map((one) =>
    one.name === 'table'
      ? (one as NodeExtension).extend({
          addNodeView:
            () =>
            ({ node, view, getPos }) =>
              tableView(node, view, getPos),
        })
      : one,
  )

const key =
  (act: Command) =>
  ({ editor }: { editor: Editor }): boolean =>
    editor.isEditable && act(editor.state, editor.view.dispatch, editor.view)

/** Does something to the table of the caret; only ever to one that is whole. */
export function actOnTable({ view, state, isEditable }: Editor, act: Command): void {
  if (!isEditable || !inTable(state)) return
  const mended = mendTables(view.state)
  if (mended.docChanged) view.dispatch(mended)
  act(view.state, view.dispatch, view)
  view.focus()
}

/** The library's own, but for its mending: that would be done by everybody at once. */
function cells(): Plugin {
  const { spec } = tableEditing()
  const { appendTransaction } = spec
  return new Plugin({
    ...spec,
    // With the same state twice it finds nothing to mend, and only keeps selections in order.
    appendTransaction(transactions, _, state) {
      return appendTransaction?.call(this as never, transactions, state, state)
    },
  })
}

const tablesPlugin = (): Plugin =>
  new Plugin({
    props: {
      decorations: (state) => {
        const { $from } = state.selection
        if ($from.node(1)?.type.name !== 'table') return null
        const here = Decoration.node($from.before(1), $from.after(1), { class: 'with-caret' })
        return DecorationSet.create(state.doc, [here])
      },
      clipboardTextSerializer: (slice, view) =>
        view.state.selection instanceof CellSelection ? tabbed(slice.content.firstChild) : '',
      handlePaste,
    },
  })

/** Cells as spreadsheets write them: a tab between two, a line for each row. */
function tabbed(first: Node | null): string {
  const rows: string[] = []
  const read = (node: Node) => {
    if (node.type.name !== 'tableRow') return node.children.forEach(read)
    rows.push(node.children.map(wordsOf).join('\t'))
  }
  if (first) read(first)
  return rows.join('\n')
}

const wordsOf = (cell: Node): string =>
  cell.textBetween(0, cell.content.size, ' ', ' ').replace(/\s+/g, ' ')

/** What a spreadsheet gives as bare text becomes a table; in one, its cells. HTML finds its own way. */
function handlePaste(view: EditorView, event: ClipboardEvent): boolean {
  const text = event.clipboardData?.getData('text/plain') ?? ''
  const html = event.clipboardData?.getData('text/html') ?? ''
  if (html || !text.includes('\t')) return false
  const rows = text.replace(/\r?\n$/, '').split(/\r?\n/)
  if (!rows.every((row) => row.includes('\t')) || rows.length > 500) return false
  return view.pasteHTML(htmlOf(rows.map((row) => row.split('\t'))))
}

/** Only words stand in it, so that nothing but cells comes back from it; all rows as wide as the widest. */
function htmlOf(rows: readonly string[][]): string {
  const table = document.createElement('table')
  const width = Math.min(Math.max(...rows.map(({ length }) => length)), 100)
  for (const words of rows) {
    const row = table.insertRow()
    for (let at = 0; at < width; at++) row.insertCell().textContent = words[at]?.trim() ?? ''
  }
  return table.outerHTML
}
