/** Two in one table at once: it has the same shape for both, and what came together ragged is mended alike. [DRAFT6] */
import { addColumnAfter, addRowAfter, mergeCells, TableMap } from '@tiptap/pm/tables'
import { describe, expect, test } from 'vitest'
import { moveColumn, moveRow } from '#client/drafting/tables/move-lines.ts'
import { dropColumns, dropRows } from '#client/drafting/tables/table-acts.ts'
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

  /** One has added a column and one a row, so that row 1 lacks a cell. */
  function oneGap(): [TestEditor, TestEditor] {
    const [a, b] = several() as [TestEditor, TestEditor]
    into(a, 0, 0)
    act(a, addColumnAfter)
    into(b, 0, 0)
    act(b, addRowAfter)
    exchange([a, b])
    return [a, b]
  }

  /** Both have mended the gap: row 1 has two cells for one column, of which one is shown. */
  function twoTwins(): [TestEditor, TestEditor] {
    const [a, b] = oneGap()
    into(a, 0, 0).type('а')
    into(b, 2, 0).type('б')
    exchange([a, b])
    return [a, b]
  }

  test('both mend the same gap: there is one cell, not two', () => {
    const [a, b] = twoTwins()
    alike([a, b])
    expect(frozen(a)[1]?.split(' | ')).toHaveLength(4)
    isWhole(a)
  })

  test('a cell that is taken out does not leave the empty one in its stead that the other has made', () => {
    for (const [drop, rows, columns] of [
      [dropColumns, 4, 3],
      [dropRows, 3, 4],
    ] as const) {
      const [a, b] = twoTwins()
      into(a, 1, 1)
      act(a, drop)
      exchange([a, b])
      alike([a, b])
      expect(frozen(a).map((row) => row.split(' | ').length)).toEqual(Array(rows).fill(columns))
    }
  })

  test('a merge over such a cell leaves the same for the one who merged as for the others', () => {
    const [a, b] = twoTwins()
    select(a, [1, 0], [1, 1])
    act(a, mergeCells)
    exchange([a, b])
    alike([a, b])
    isWhole(a)
  })

  test('words that are deleted out of a second cell for one column hide it from all', () => {
    const [a, b] = oneGap()
    // Both mend, and write in what they mended before they hear of each other.
    into(mended(a), 1, 1).type('а')
    into(mended(b), 1, 1).type('б')
    exchange([a, b])
    alike([a, b])
    for (const letter of ['а', 'б']) {
      const at = textOf(a).indexOf(letter)
      expect(at).toBeGreaterThan(-1)
      deleteLetter(a, letter)
      exchange([a, b])
      alike([a, b])
    }
  })
})

const textOf = ({ doc }: TestEditor) => doc.textBetween(0, doc.content.size, ' ')

function deleteLetter(editor: TestEditor, letter: string) {
  editor.doc.descendants((node, pos) => {
    if (node.text === letter) editor.dispatch(editor.state.tr.delete(pos, pos + 1))
  })
}
