/** Three who do whatever to one table, now together and now apart: the same for all, no letter lost. [DRAFT6] */
import type { Command } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  mergeCells,
  splitCell,
  TableMap,
} from '@tiptap/pm/tables'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moveColumn, moveRow } from '#client/drafting/tables/move-lines.ts'
import {
  clearCells,
  dropColumns,
  dropRows,
  toggleHeader,
} from '#client/drafting/tables/table-acts.ts'
import { exchange, type TestEditor } from '../../../support/editors.ts'
import {
  act,
  alike,
  frozen,
  into,
  isWhole,
  mended,
  select,
  several,
  tableOf,
} from '../../../support/shared-table.ts'

/** More of them by hand: `RUNS=5000 npx vitest run …`. */
const runs = Number(process.env.RUNS ?? 60)

describe('[DRAFT6] random work of three on one table, now together and now apart', {
  timeout: 60_000 + runs * 200,
}, () => {
  const commands: Command[] = [
    addRowAfter,
    addRowBefore,
    addColumnAfter,
    addColumnBefore,
    dropRows,
    dropColumns,
    moveRow(1),
    moveRow(-1),
    moveColumn(1),
    moveColumn(-1),
    mergeCells,
    splitCell,
    toggleHeader('row'),
    toggleHeader('column'),
  ]
  const step = fc.record({
    who: fc.nat(2),
    what: fc.nat(30),
    row: fc.nat(5),
    cell: fc.nat(5),
    toRow: fc.nat(2),
    toCell: fc.nat(2),
    pause: fc.boolean(),
  })

  /** Types a letter of its own for each step, or does something to the table; tells the letter. */
  function perform(editor: TestEditor, one: { [name: string]: number | boolean }, letter: string) {
    const { what, row, cell, toRow, toCell } = one as Record<string, number>
    if (!tableOf(mended(editor))) return ''
    const command = commands[what as number]
    if (!command) {
      into(editor, row as number, cell as number).type(letter)
      return letter
    }
    const spans = command === mergeCells
    if (spans) {
      const [r, c] = [row as number, cell as number]
      select(editor, [r, c], [r + (toRow as number), c + (toCell as number)])
    } else into(mended(editor), row as number, cell as number)
    const rect = tableOf(editor)
    // The last row and the last column stay: with them the whole table would go, and all in it.
    const last =
      (command === dropRows && (rect?.childCount ?? 0) < 2) ||
      (command === dropColumns && TableMap.get(rect as never).width < 2)
    if (!last) act(editor, command)
    return ''
  }

  function selectOrPerform(editor: TestEditor, one: { [name: string]: number | boolean }) {
    const { what = 0, row = 0, cell = 0, toRow = 0, toCell = 0 } = one as Record<string, number>
    if (what <= 20) perform(editor, one, 'я')
    else if (tableOf(mended(editor))) {
      // Mending has let go a table from which all rows had been taken, each by somebody.
      select(editor, [row, cell], [toRow, toCell])
      if (what > 27) act(editor, clearCells)
    }
  }

  test('same table for all, whole when frozen, and mended by the next edit', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const editors = several(3)
        steps.forEach((one, at) => {
          perform(editors[one.who] as TestEditor, one, String.fromCharCode(0x4e00 + at))
          if (one.pause) exchange(editors)
        })
        exchange(editors)
        alike(editors)
        isWhole(editors[0] as TestEditor)
        const [first] = editors as [TestEditor]
        if (!tableOf(first)) return
        mended(first)
        exchange(editors)
        alike(editors)
        expect(TableMap.get(tableOf(first) as never).problems).toBe(null)
      }),
      { numRuns: runs },
    )
  })

  test('a letter typed apart from acts that delete is never lost or doubled', () => {
    const harmless = step.filter(({ what }) => ![4, 5].includes(what))
    fc.assert(
      fc.property(fc.array(harmless, { maxLength: 30 }), (steps) => {
        const editors = several(3)
        const typed: string[] = []
        steps.forEach((one, at) => {
          const letter = String.fromCharCode(0x4e00 + at)
          typed.push(perform(editors[one.who] as TestEditor, one, letter))
          if (one.pause) exchange(editors)
        })
        exchange(editors)
        const words = frozen(editors[0] as TestEditor).join('')
        const found = [...words].filter((letter) => letter >= '\u4e00')
        expect(found.sort()).toEqual(typed.join('').split('').sort())
      }),
      { numRuns: runs },
    )
  })

  test('selected cells that are emptied, moved and merged by others crash nobody', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const editors = several(3)
        for (const one of steps) {
          selectOrPerform(editors[one.who] as TestEditor, one)
          if (one.pause) exchange(editors)
        }
        exchange(editors)
        alike(editors)
      }),
      { numRuns: runs },
    )
  })
})
