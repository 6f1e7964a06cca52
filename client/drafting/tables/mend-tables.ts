/** Mends a table when somebody here changes it: never because it was read, or everybody would mend it at once. */
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import { CellSelection } from '@tiptap/pm/tables'
import { isFromElsewhere } from '../editor/binding/binding.ts'
import { mendTable } from './mend-table.ts'

export const mendTablesPlugin = (): Plugin =>
  new Plugin({
    appendTransaction(transactions, before, after) {
      const mine = transactions.some((tr) => tr.docChanged && !isFromElsewhere(tr))
      const selects =
        after.selection instanceof CellSelection && !after.selection.eq(before.selection)
      const others = transactions.some(isFromElsewhere)
      if (!mine && (others || !selects)) return null
      const known = new Set<Node>(mine ? before.doc.children : [])
      const tr = mendTables(after, (table) => !known.has(table))
      return tr.docChanged ? tr : null
    },
  })

/** The transaction that makes these tables whole; without steps when all are. */
export function mendTables(
  { doc, tr }: EditorState,
  isMeant: (table: Node) => boolean = () => true,
): Transaction {
  const tables: { table: Node; pos: number }[] = []
  doc.forEach((table, pos) => {
    if (table.type.name === 'table' && isMeant(table)) tables.push({ table, pos })
  })
  for (const { table, pos } of tables.reverse()) mendTable(tr, pos, table)
  return tr
}
