/** Two who merge cells at the same time: the words once, and no more columns than there are. [DRAFT6] */
import { deleteRow, mergeCells, TableMap } from '@tiptap/pm/tables'
import { describe, expect, test } from 'vitest'
import { exchange, type TestEditor } from '../../../support/editors.ts'
import {
  act,
  alike,
  frozen,
  into,
  mended,
  select,
  several,
  tableOf,
} from '../../../support/shared-table.ts'

type Two = [TestEditor, TestEditor]

function merge(editor: TestEditor, from: [number, number], to: [number, number]) {
  select(editor, from, to)
  act(editor, mergeCells)
}

const width = (editor: TestEditor) => TableMap.get(tableOf(mended(editor)) as never).width

describe('[DRAFT6] two who merge cells', () => {
  test('have the words of the same cells once', () => {
    const [a, b] = several() as Two
    for (const editor of [a, b]) merge(editor, [0, 0], [0, 1])
    exchange([a, b])
    alike([a, b])
    expect(frozen(a)[0]).toBe('0-00-1(2×1) | 0-2')
    expect(tableOf(a)?.child(0).child(0).childCount).toBe(2)
  })

  test('have them once also when both have typed in the merged cell since', () => {
    const [a, b] = several() as Two
    for (const [editor, word] of [
      [a, 'А'],
      [b, 'Б'],
    ] as const) {
      merge(editor, [0, 0], [0, 1])
      into(editor, 0, 0).type(word)
    }
    exchange([a, b])
    alike([a, b])
    const words = frozen(a).join('')
    expect(words.split('0-1')).toHaveLength(2)
    expect([words.includes('А'), words.includes('Б')]).toEqual([true, true])
  })

  test('make the table one column wider, and no more, when a row came to have two cells for one column', () => {
    const [a, b] = several() as Two
    const { tr } = into(a, 1, 2).state
    const cell = tr.selection.$from.before(-1)
    const column = tableOf(a)?.child(1).child(1).attrs.column
    a.dispatch(tr.setNodeAttribute(cell, 'column', column))
    into(a, 0, 0).type('ж')
    exchange([a, b])
    alike([a, b])
    expect(width(a)).toBe(4)
    expect(frozen(a)[1]).toBe('1-0 | 1-1 |  | 1-2')
  })
})

describe('[DRAFT6] words typed in a tall cell', () => {
  test('whose first row another deletes stand there once, whoever changes the table next', () => {
    const editors = several(4)
    const [a, b] = editors as Two
    merge(a, [0, 0], [1, 0])
    into(a, 0, 0).run(({ tr, selection: { $from } }) =>
      tr.delete($from.start(-1) + 1, $from.end(-1) - 1),
    )
    exchange(editors)
    into(a, 0, 0).type('Ж')
    select(b, [0, 1], [0, 1])
    act(b, deleteRow)
    exchange(editors)
    for (const [at, editor] of editors.entries()) into(editor, 1, 1).type(`${at}`)
    exchange(editors)
    alike(editors)
    expect(frozen(a).join('').split('Ж')).toHaveLength(2)
  })
})
