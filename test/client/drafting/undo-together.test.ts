/** What is taken back while others write in it: an Enter, a paste, a block, a table. No letter lost, none twice. [DRAFT1] */
import { Fragment, Slice } from '@tiptap/pm/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moveBy } from '#client/drafting/clauses/move.ts'
import { setKind } from '#client/drafting/editor/blocks.ts'
import { insertTable } from '#client/drafting/tables/table-acts.ts'
import { schema } from '#shared/text/schema.ts'
import { exchange, type TestEditor } from '../../support/editors.ts'
import { agree, backspace, pressEnter, showsWhatIsHeld, three } from '../../support/three-blocks.ts'

let pasted = 0

/** Two paragraphs, the first of which goes on the one that the caret stands in. */
function paste(editor: TestEditor, first: string, second: string): TestEditor {
  const nodes = [first, second].map((words) =>
    schema.node('block', { id: `p${pasted++}` }, schema.text(words)),
  )
  return editor.run(({ tr }) => tr.replaceSelection(new Slice(Fragment.from(nodes), 1, 1)))
}

const lettersOf = ({ words }: TestEditor) => [...words.join('')].sort()

const undoAll = ({ undoManager }: TestEditor) => {
  while (undoManager.undoStack.length > 0) undoManager.undo()
}
const redoAll = ({ undoManager }: TestEditor) => {
  while (undoManager.redoStack.length > 0) undoManager.redo()
}

describe('[DRAFT1] an Enter that is taken back', () => {
  test('joins the two halves again, with what others wrote in both, heard of or not', () => {
    for (const hears of [true, false]) {
      const [a, b, c] = three()
      pressEnter(a.goTo(0, 2))
      exchange([a, b, c])
      b.goTo(0, 1).type('Б').goTo(1, 1).type('Я')
      if (hears) exchange([a, b, c])
      a.undoManager.undo()
      exchange([a, b, c])
      expect(c.words).toEqual(['аБбвЯг', 'дежз', 'ийкл'])
      agree([a, b, c])
      a.undoManager.redo()
      exchange([a, b, c])
      expect(c.words).toEqual(['аБб', 'вЯг', 'дежз', 'ийкл'])
      agree([a, b, c])
    }
  })

  test('leaves a line that others have begun to write on, and takes one that nobody has', () => {
    const [a, b] = three()
    pressEnter(a.goTo(0, 4))
    exchange([a, b])
    b.goTo(1, 0).type('Б')
    a.undoManager.undo()
    exchange([a, b])
    expect(a.words).toEqual(['абвг', 'Б', 'дежз', 'ийкл'])
    agree([a, b])
    pressEnter(a.goTo(2, 4))
    a.undoManager.undo()
    exchange([a, b])
    expect(b.words).toEqual(['абвг', 'Б', 'дежз', 'ийкл'])
  })

  test('leaves the tail once when another pressed Enter there too, whoever takes theirs back', () => {
    for (const who of [0, 1] as const) {
      const [a, b, c] = three()
      for (const editor of [a, b]) pressEnter(editor.goTo(0, 2))
      exchange([a, b, c])
      expect(c.words).toEqual(['аб', '', 'вг', 'дежз', 'ийкл'])
      ;[a, b][who]?.undoManager.undo()
      exchange([a, b, c])
      expect(c.words).toEqual(['аб', 'вг', 'дежз', 'ийкл'])
      agree([a, b, c])
      ;[a, b][1 - who]?.undoManager.undo()
      exchange([a, b, c])
      expect(c.words).toEqual(['абвг', 'дежз', 'ийкл'])
      agree([a, b, c])
    }
  })

  test('leaves the tail once when both took theirs back before they heard of each other', () => {
    const [a, b, c] = three()
    for (const editor of [a, b]) pressEnter(editor.goTo(0, 2)).undoManager.undo()
    c.goTo(0, 3).type('Ц')
    exchange([a, b, c])
    expect([...(c.words[0] as string)].sort()).toEqual([...'абвгЦ'].sort())
    expect(c.words.slice(1)).toEqual(['дежз', 'ийкл'])
    agree([a, b, c])
  })

  test('is taken back while another joins the same halves', () => {
    const [a, b, c] = three()
    pressEnter(a.goTo(0, 2))
    exchange([a, b, c])
    a.undoManager.undo()
    backspace(b.goTo(1, 0))
    exchange([a, b, c])
    expect(c.words).toEqual(['абвг', 'дежз', 'ийкл'])
    agree([a, b, c])
  })
})

describe('[DRAFT1] what somebody has typed', () => {
  test('is taken back wherever it was carried, by their own Enter or another’s', () => {
    for (const who of [0, 1] as const) {
      const [a, b, c] = three()
      a.goTo(0, 2).type('ХУ')
      exchange([a, b, c])
      pressEnter(([a, b][who] as TestEditor).goTo(0, 3))
      exchange([a, b, c])
      expect(c.words).toEqual(['абХ', 'Увг', 'дежз', 'ийкл'])
      if (who === 0) a.undoManager.undo()
      undoAll(a)
      exchange([a, b, c])
      expect(c.words.join('')).toBe('абвгдежзийкл')
      redoAll(a)
      exchange([a, b, c])
      expect(c.words.join('')).toBe('абХУвгдежзийкл')
      agree([a, b, c])
    }
  })

  test('is taken back together with the Enter in it, when both were one piece', () => {
    const [a, b] = three()
    a.undoManager.captureTimeout = 10_000
    pressEnter(a.goTo(0, 2).type('ХУ').goTo(0, 3)).type('Ф')
    expect(a.words).toEqual(['абХ', 'ФУвг', 'дежз', 'ийкл'])
    a.undoManager.undo()
    exchange([a, b])
    expect(b.words).toEqual(['абвг', 'дежз', 'ийкл'])
    a.undoManager.redo()
    exchange([a, b])
    expect(b.words).toEqual(['абХ', 'ФУвг', 'дежз', 'ийкл'])
    agree([a, b])
  })
})

describe('[DRAFT1] a paste that is taken back', () => {
  test('leaves what others wrote in it and behind it', () => {
    const [a, b, c] = three()
    paste(a.goTo(0, 2), 'хх', 'уу')
    exchange([a, b, c])
    b.goTo(1, 1).type('Б')
    c.goTo(1, 3).type('Ц')
    a.undoManager.undo()
    exchange([a, b, c])
    expect(c.words).toEqual(['абБвЦг', 'дежз', 'ийкл'])
    agree([a, b, c])
    a.undoManager.redo()
    exchange([a, b, c])
    expect(c.words).toEqual(['абхх', 'уБувЦг', 'дежз', 'ийкл'])
    agree([a, b, c])
  })

  test('leaves a table as far as others have written in it', () => {
    const [a, b] = three()
    a.goTo(1, 0)
    insertTable(2, 2)(a.state, a.dispatch)
    exchange([a, b])
    let cell = 0
    b.doc.descendants((_node, pos, parent) => {
      if (parent?.type.name === 'tableCell') cell = pos + 1
    })
    b.run(({ tr }) => tr.insertText('Б', cell))
    a.undoManager.undo()
    exchange([a, b])
    expect(a.doc.textContent).toContain('Б')
    agree([a, b])
    b.undoManager.undo()
    exchange([a, b])
    expect(a.words).toEqual(['абвг', 'дежз', 'ийкл'])
    agree([a, b])
  })
})

describe('[DRAFT1] one alone who takes all back, and does all again', () => {
  type Act = readonly [act: number, block: number, offset: number]
  const runs = Number(process.env.RUNS ?? 40)
  const acts = fc.array(fc.tuple(fc.nat(7), fc.nat(10), fc.nat(20)), { maxLength: 12 })

  function perform(editor: TestEditor, [act, block, offset]: Act) {
    const at = block % editor.doc.childCount
    const { size } = editor.doc.child(at).content
    editor.goTo(at, act === 3 ? 0 : offset % (size + 1))
    const { from, to } = editor.state.selection
    const end = Math.min(from + 1 + (offset % 6), editor.doc.content.size - 1)
    ;[
      () => editor.type('х'),
      () => pressEnter(editor),
      () => pressEnter(editor).type('ц'),
      () => backspace(editor),
      () => paste(editor, 'уу', 'фф'),
      () => editor.run(({ tr }) => (end > from ? tr.delete(from, end) : null)),
      () => editor.run((state) => setKind(state, 'quotation', 0)),
      () => editor.run((state) => moveBy(state, to % 2 ? 1 : -1)),
    ][act]?.()
  }

  test(
    'has the text as it was, and all the letters of what it came to be, each time',
    () => {
      fc.assert(
        fc.property(acts, (list) => {
          const [a, b] = three()
          const first = a.doc.toJSON()
          for (const act of list) perform(a, act)
          const lettersAtEnd = lettersOf(a)
          for (let time = 0; time < 2; time++) {
            undoAll(a)
            showsWhatIsHeld(a)
            expect(a.doc.toJSON()).toEqual(first)
            redoAll(a)
            showsWhatIsHeld(a)
            expect(lettersOf(a)).toEqual(lettersAtEnd)
          }
          exchange([a, b])
          agree([a, b])
        }),
        { numRuns: runs },
      )
    },
    20_000 + runs * 40,
  )
})
