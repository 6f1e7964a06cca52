/** The tools of a table, while the caret is in one: rows, columns, cells. [DRAFT6] */
import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteTable,
  mergeCells,
  selectedRect,
  splitCell,
} from '@tiptap/pm/tables'
import { ChevronDown } from 'lucide-react'
import { useWords, type WordId } from '#client/i18n/words.ts'
import { Menu } from '#client/ui/Menu.tsx'
import type { MenuEntry } from '#client/ui/MenuList.tsx'
import { Toolbar } from '#client/ui/Toolbar.tsx'
import { useEditorFact } from '../use-editor-state.ts'
import { setWidths, shiftedWidths, tableWidths } from './column-widths.ts'
import { moveColumn, moveRow } from './move-lines.ts'
import styles from './TableTools.module.css'
import { clearCells, dropColumns, dropRows, inTable, isHeader, toggleHeader } from './table-acts.ts'
import { actOnTable } from './table-editing.ts'

export function TableTools({ editor }: { editor: Editor }) {
  const say = useWords()
  const facts = useEditorFact(editor, (one) => factsOf(one))
  if (!facts) return null
  const entry = (name: WordId, act: Command, more: object = {}): MenuEntry => ({
    label: say(name),
    onChoose: () => actOnTable(editor, act),
    ...more,
  })
  const lines = (...entries: (MenuEntry | false)[]) => entries.filter((one) => one !== false)
  return (
    <div className={styles.place}>
      <Toolbar label={say('tables.tools')} className={styles.tools}>
        <Group
          name="tables.row"
          entries={lines(
            entry('tables.row.above', addRowBefore),
            entry('tables.row.below', addRowAfter),
            facts.up && entry('tables.row.up', moveRow(-1)),
            facts.down && entry('tables.row.down', moveRow(1)),
            entry('tables.row.header', toggleHeader('row'), { checked: facts.headerRow }),
            'line',
            entry('tables.row.delete', dropRows, { danger: true }),
          )}
        />
        <Group
          name="tables.column"
          entries={lines(
            entry('tables.column.left', addColumnBefore),
            entry('tables.column.right', addColumnAfter),
            facts.left && entry('tables.column.move-left', moveColumn(-1)),
            facts.right && entry('tables.column.move-right', moveColumn(1)),
            facts.columns > 1 && entry('tables.column.wider', widen(5)),
            facts.columns > 1 && entry('tables.column.narrower', widen(-5)),
            facts.sized && entry('tables.column.even', evenWidths),
            entry('tables.column.header', toggleHeader('column'), { checked: facts.headerColumn }),
            'line',
            entry('tables.column.delete', dropColumns, { danger: true }),
          )}
        />
        <Group
          name="tables.cells"
          entries={lines(
            facts.mergeable && entry('tables.cells.merge', mergeCells),
            facts.splittable && entry('tables.cells.split', splitCell),
            facts.several && entry('tables.cells.clear', clearCells),
            'line',
            entry('tables.delete', deleteTable, { danger: true }),
          )}
        />
      </Toolbar>
    </div>
  )
}

function Group({ name, entries }: { name: WordId; entries: MenuEntry[] }) {
  const say = useWords()
  return (
    <Menu
      label={say(name)}
      className={styles.group}
      trigger={
        <>
          {say(name)}
          <ChevronDown aria-hidden="true" />
        </>
      }
      entries={entries[0] === 'line' ? entries.slice(1) : entries}
    />
  )
}

/** What can be done here; null outside of tables, and in one that is not whole yet. */
function factsOf({ state }: Editor) {
  if (!inTable(state)) return null
  try {
    const { table, map } = selectedRect(state)
    return {
      columns: map.width,
      up: moveRow(-1)(state),
      down: moveRow(1)(state),
      left: moveColumn(-1)(state),
      right: moveColumn(1)(state),
      headerRow: isHeader(state, 'row'),
      headerColumn: isHeader(state, 'column'),
      mergeable: mergeCells(state),
      splittable: splitCell(state),
      several: clearCells(state),
      sized: tableWidths(table) !== null,
    }
  } catch {
    return null
  }
}

/** The column of the caret wider at the cost of the next one; the last at the cost of the one before it. */
const widen =
  (by: number): Command =>
  (state, dispatch) => {
    const { table, tableStart, left, map } = selectedRect(state)
    const set = tableWidths(table)?.map((width) => width || 100 / map.width)
    const widths = set ?? Array.from({ length: map.width }, () => 100 / map.width)
    const isLast = left === map.width - 1
    const next = isLast ? shiftedWidths(widths, left - 1, -by) : shiftedWidths(widths, left, by)
    dispatch?.(setWidths(state.tr, tableStart - 1, table, next))
    return true
  }

const evenWidths: Command = (state, dispatch) => {
  const { table, tableStart } = selectedRect(state)
  dispatch?.(setWidths(state.tr, tableStart - 1, table, null))
  return true
}
