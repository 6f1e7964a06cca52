/** Several in one table: it has the same shape for all, no letter is lost, and what came together ragged is mended alike. [DRAFT6] */
import type { Command } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  CellSelection,
  mergeCells,
  splitCell,
  TableMap,
} from '@tiptap/pm/tables'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { BlockIds } from '#client/drafting/editor/block-ids.ts'
import { mendTables, mendTablesPlugin } from '#client/drafting/tables/mend-tables.ts'
import { moveColumn, moveRow } from '#client/drafting/tables/move-lines.ts'
import {
  clearCells,
  dropColumns,
  dropRows,
  newTable,
  toggleHeader,
} from '#client/drafting/tables/table-acts.ts'
import type { TableBlock } from '#shared/text/canonical.ts'
import { readNodes, readText } from '#shared/text/draft.ts'
import { schema } from '#shared/text/schema.ts'
import { exchange, startWith, TestEditor } from '../support/editors.ts'

const plugins = () => [
  ...(BlockIds.config.addProseMirrorPlugins?.call({} as never) ?? []),
  mendTablesPlugin(),
]

/** A line, a table whose cells say where they are (`0-1` is the first row's second), a line. */
function tableStart(rows = 3, columns = 3): Uint8Array {
  const ydoc = new Y.Doc()
  Y.applyUpdate(ydoc, startWith({ id: 'a', words: 'до' }, { id: 'z', words: 'после' }))
  const editor = new TestEditor(2, Y.encodeStateAsUpdate(ydoc), plugins())
  editor.dispatch(editor.state.tr.insert(4, newTable(schema, rows, columns)))
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      into(editor, row, column).type(`${row}-${column}`)
    }
  }
  return Y.encodeStateAsUpdate(editor.ydoc)
}

const start = tableStart()
const several = (count = 2) =>
  [10, 20, 30].slice(0, count).map((client) => new TestEditor(client, start, plugins()))

function tableOf({ doc }: TestEditor) {
  return doc.children.find(({ type }) => type.name === 'table')
}

function tableStartPos(editor: TestEditor): number {
  let pos = -1
  editor.doc.forEach((node, offset) => {
    if (node.type.name === 'table') pos = offset + 1
  })
  return pos
}

/** The position of a cell, by its place among the rows and cells as they are. */
function cellAt(editor: TestEditor, row: number, cell: number): number {
  const table = tableOf(editor)
  if (!table) throw new Error('there is no table')
  const rows = table.children.filter(({ childCount }) => childCount > 0)
  const rowNode = rows[row % rows.length]
  if (!rowNode) throw new Error('there is no row')
  let pos = tableStartPos(editor)
  for (const one of table.children) {
    if (one === rowNode) break
    pos += one.nodeSize
  }
  const at = cell % rowNode.childCount
  return rowNode.children.slice(0, at).reduce((sum, one) => sum + one.nodeSize, pos + 1)
}

/** The caret at the end of a cell. */
function into(editor: TestEditor, row: number, cell: number): TestEditor {
  const pos = cellAt(editor, row, cell)
  const end = pos + (editor.doc.nodeAt(pos)?.nodeSize ?? 0) - 1
  const { tr } = editor.state
  editor.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1)))
  return editor
}

const act = (editor: TestEditor, command: Command): boolean =>
  command(mended(editor).state, editor.dispatch)

/** As the tools do it: nothing is done to a table before it is whole. */
function mended(editor: TestEditor): TestEditor {
  const tr = mendTables(editor.state)
  if (tr.docChanged) editor.dispatch(tr)
  return editor
}

function select(editor: TestEditor, from: [number, number], to: [number, number]) {
  mended(editor)
  const [anchor, head] = [cellAt(editor, ...from), cellAt(editor, ...to)]
  const selection = CellSelection.create(editor.doc, anchor, head)
  editor.dispatch(editor.state.tr.setSelection(selection))
}

/** The rows as everybody would freeze them, a word for each cell. */
function frozen(editor: TestEditor): string[] {
  const { text, problems } = readText(editor.ydoc, 'ru')
  expect(problems.map(({ code }) => code)).not.toContain('unreadable')
  const table = text.blocks.find((block): block is TableBlock => block.kind === 'table')
  return (table?.rows ?? []).map((row) =>
    row
      .map(({ blocks, colspan, rowspan }) => {
        const words = blocks.map(({ runs }) => runs.map((run) => ('text' in run ? run.text : '')))
        const span = colspan || rowspan ? `(${colspan ?? 1}×${rowspan ?? 1})` : ''
        return words.flat().join('') + span
      })
      .join(' | '),
  )
}

function alike(editors: readonly TestEditor[]) {
  const [first, ...others] = editors.map(({ doc }) => doc.toJSON())
  for (const other of others) expect(other).toEqual(first)
  for (const editor of editors) {
    const held = readNodes(editor.ydoc.getXmlFragment('body:ru'))
    expect(held.toJSON()).toEqual(editor.doc.toJSON())
    expect(frozen(editor)).toEqual(frozen(editors[0] as TestEditor))
  }
}

/** Every row of the frozen table is as wide as the others: spans reach nowhere beyond, and leave no gap. */
function isWhole(editor: TestEditor) {
  const { text } = readText(editor.ydoc, 'ru')
  for (const block of text.blocks) {
    if (block.kind !== 'table') continue
    const taken = block.rows.map(() => 0)
    block.rows.forEach((row, at) => {
      for (const { colspan = 1, rowspan = 1 } of row) {
        expect(at + rowspan).toBeLessThanOrEqual(block.rows.length)
        for (let down = at; down < at + rowspan; down++) taken[down] = (taken[down] ?? 0) + colspan
      }
    })
    expect(new Set(taken).size).toBe(1)
  }
}

describe('[DRAFT6] two at once', () => {
  test('a row moves with what somebody types in it, and with their caret', () => {
    const [a, b] = several() as [TestEditor, TestEditor]
    into(b, 1, 1).type('!')
    into(a, 1, 0)
    act(a, moveRow(1))
    b.type('?')
    exchange([a, b])
    alike([a, b])
    expect(frozen(a)).toEqual(['0-0 | 0-1 | 0-2', '2-0 | 2-1 | 2-2', '1-0 | 1-1!? | 1-2'])
    b.type('+')
    exchange([a, b])
    expect(frozen(a)[2]).toBe('1-0 | 1-1!?+ | 1-2')
  })

  test('a column moves with what somebody types in it', () => {
    const [a, b] = several() as [TestEditor, TestEditor]
    into(a, 0, 2)
    act(a, moveColumn(-1))
    into(b, 1, 2).type('!')
    exchange([a, b])
    alike([a, b])
    expect(frozen(b)).toEqual(['0-0 | 0-2 | 0-1', '1-0 | 1-2! | 1-1', '2-0 | 2-2 | 2-1'])
  })

  test('undo of a move puts the row back, with what others wrote in it meanwhile', () => {
    const [a, b] = several() as [TestEditor, TestEditor]
    into(a, 0, 0)
    act(a, moveRow(1))
    exchange([a, b])
    into(b, 1, 0).type('!')
    exchange([a, b])
    a.undoManager.undo()
    exchange([a, b])
    alike([a, b])
    expect(frozen(a)[0]).toBe('0-0! | 0-1 | 0-2')
  })

  test('a row and a column added at once: the new row has a cell in the new column, and the words keep theirs', () => {
    const [a, b] = several() as [TestEditor, TestEditor]
    into(a, 0, 0)
    act(a, addColumnAfter)
    into(b, 1, 0)
    act(b, addRowAfter)
    into(b, 2, 1).type('новое')
    exchange([a, b])
    alike([a, b])
    expect(frozen(a)).toEqual([
      '0-0 |  | 0-1 | 0-2',
      '1-0 |  | 1-1 | 1-2',
      ' |  | новое | ',
      '2-0 |  | 2-1 | 2-2',
    ])
    into(a, 0, 0).type('.')
    exchange([a, b])
    alike([a, b])
    expect(TableMap.get(tableOf(a) as never).problems).toBe(null)
  })

  test('what somebody types in a row that another deletes comes back, and nothing else of the row', () => {
    const [a, b] = several() as [TestEditor, TestEditor]
    into(a, 1, 1)
    act(a, dropRows)
    into(b, 1, 1).type(' спасено')
    exchange([a, b])
    alike([a, b])
    expect(frozen(a)).toEqual(['0-0 | 0-1 | 0-2', ' | спасено | ', '2-0 | 2-1 | 2-2'])
  })

  test('a row that nobody writes in goes, and undo brings it back whole', () => {
    const [a, b] = several() as [TestEditor, TestEditor]
    into(a, 1, 1)
    act(a, dropRows)
    exchange([a, b])
    alike([a, b])
    expect(frozen(b)).toEqual(['0-0 | 0-1 | 0-2', '2-0 | 2-1 | 2-2'])
    a.undoManager.undo()
    exchange([a, b])
    alike([a, b])
    expect(frozen(b)[1]).toBe('1-0 | 1-1 | 1-2')
  })

  test('a merge loses no letter that is typed in the cells it takes up', () => {
    const [a, b] = several() as [TestEditor, TestEditor]
    select(a, [0, 0], [1, 1])
    act(a, mergeCells)
    into(b, 1, 1).type(' ещё')
    exchange([a, b])
    alike([a, b])
    isWhole(a)
    expect(frozen(a).join(' ')).toContain('0-00-11-01-1')
    expect(frozen(a).join(' ')).toContain('ещё')
  })

  test('merges that overlap are cut back alike for both', () => {
    const [a, b] = several() as [TestEditor, TestEditor]
    select(a, [0, 0], [0, 1])
    act(a, mergeCells)
    select(b, [0, 1], [1, 1])
    act(b, mergeCells)
    exchange([a, b])
    alike([a, b])
    isWhole(a)
    into(a, 2, 2).type('.')
    exchange([a, b])
    alike([a, b])
    isWhole(b)
  })

  test('both mend the same gap: there is one cell, not two', () => {
    const [a, b] = several() as [TestEditor, TestEditor]
    into(a, 0, 0)
    act(a, addColumnAfter)
    into(b, 0, 0)
    act(b, addRowAfter)
    exchange([a, b])
    into(a, 0, 0).type('а')
    into(b, 2, 0).type('б')
    exchange([a, b])
    alike([a, b])
    expect(frozen(a)[1]?.split(' | ')).toHaveLength(4)
    isWhole(a)
  })
})

describe('[DRAFT6] random work of three on one table, now together and now apart', {
  timeout: 60_000,
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
    if (!tableOf(editor)) return ''
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
      { numRuns: 60 },
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
      { numRuns: 60 },
    )
  })

  test('selected cells that are emptied, moved and merged by others crash nobody', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const editors = several(3)
        for (const one of steps) {
          const editor = editors[one.who] as TestEditor
          if (!tableOf(editor)) continue
          if (one.what > 20) {
            select(editor, [one.row, one.cell], [one.toRow, one.toCell])
            if (one.what > 27) act(editor, clearCells)
          } else perform(editor, one as never, 'я')
          if (one.pause) exchange(editors)
        }
        exchange(editors)
        alike(editors)
      }),
      { numRuns: 60 },
    )
  })
})
