/** Blocks that are joined while others write in them, join them too, or press Enter: no letter lost, none twice. [DRAFT1] */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { moveBy } from '#client/drafting/clauses/move.ts'
import { setKind } from '#client/drafting/editor/blocks.ts'
import { readDraftNodes, readText, titleOf } from '#shared/text/draft.ts'
import { schema } from '#shared/text/schema.ts'
import { exchange, type TestEditor } from '../../support/editors.ts'
import { agree, backspace, pressEnter, sorted, three } from '../../support/three-blocks.ts'

/** Deletes from a place in one block to a place in another. */
function deleteBetween(editor: TestEditor, from: [number, number], to: [number, number]) {
  const anchor = editor.goTo(...from).state.selection.from
  const head = editor.goTo(...to).state.selection.from
  editor.run(({ tr }) => tr.delete(Math.min(anchor, head), Math.max(anchor, head)))
}

describe('[DRAFT1] a block that somebody joins to the one before it', () => {
  test('takes along what others type, delete and format in it meanwhile, each where it stands', () => {
    const [a, b, c] = three()
    backspace(a.goTo(1, 0))
    b.goTo(1, 2).type('Б')
    c.run(({ tr }) => tr.addMark(7, 8, schema.mark('bold')))
    c.goTo(1, 4).run(({ tr, selection }) => tr.delete(selection.from - 1, selection.from))
    exchange([a, b, c])
    expect(a.words).toEqual(['абвгдеБж', 'ийкл'])
    expect(a.doc.child(0).child(1)).toMatchObject({ text: 'д', marks: [{}] })
    agree([a, b, c])
  })

  test('stands there once when two join it at the same time', () => {
    const [a, b, c] = three()
    for (const editor of [a, b, c]) backspace(editor.goTo(1, 0)).type('х')
    exchange([a, b, c])
    expect(a.words).toEqual(['абвгхххдежз', 'ийкл'])
    agree([a, b, c])
  })

  test('goes on as the end of a third, which it was joined to itself meanwhile', () => {
    const [a, b, c] = three()
    backspace(a.goTo(1, 0))
    backspace(b.goTo(2, 0))
    exchange([a, b, c])
    expect(c.words).toEqual(['абвгдежзийкл'])
    agree([a, b, c])
  })

  test('reads on behind the letters that somebody else carried off by Enter', () => {
    const [a, b, c] = three()
    backspace(a.goTo(1, 0))
    pressEnter(b.goTo(0, 2))
    c.goTo(1, 0).type('Ц')
    exchange([a, b, c])
    expect(a.words).toEqual(['аб', 'вгЦдежз', 'ийкл'])
    agree([a, b, c])
  })

  test('is parted by somebody else’s Enter where that was pressed', () => {
    const [a, b, c] = three()
    backspace(a.goTo(1, 0))
    pressEnter(b.goTo(1, 2))
    exchange([a, b, c])
    expect(a.words).toEqual(['абвгде', 'жз', 'ийкл'])
    agree([a, b, c])
  })

  test('is a block again, as it was, when it is taken back, with what others wrote in both', () => {
    const [a, b, c] = three()
    a.goTo(1, 0).run((state) => setKind(state, 'quotation', 0))
    const before = a.doc.child(1).attrs
    backspace(a)
    exchange([a, b, c])
    b.goTo(0, 2).type('Б').goTo(0, 7).type('Я')
    a.undoManager.undo()
    exchange([a, b, c])
    expect(a.words).toEqual(['абБвг', 'деЯжз', 'ийкл'])
    expect(c.doc.child(1).attrs).toEqual(before)
    agree([a, b, c])
    a.undoManager.redo()
    exchange([a, b, c])
    expect(b.words).toEqual(['абБвгдеЯжз', 'ийкл'])
    agree([a, b, c])
  })

  test('stays joined, and the caret in it stays with its letters, when the whole is moved', () => {
    const [a, b, c] = three()
    c.goTo(1, 2)
    backspace(a.goTo(1, 0)).run((state) => moveBy(state, 1))
    exchange([a, b, c])
    expect(b.words).toEqual(['ийкл', 'абвгдежз'])
    expect(c.state.selection.$from.parent.textContent).toBe('абвгдежз')
    expect(c.type('Ц').words).toEqual(['ийкл', 'абвгдеЦжз'])
    a.undoManager.undo()
    a.undoManager.undo()
    exchange([a, b, c])
    expect(c.words).toEqual(['абвг', 'деЦжз', 'ийкл'])
    expect(c.state.selection.$from.parentOffset).toBe(3)
    agree([a, b, c])
  })

  test('stands for itself when the one it was joined to is deleted meanwhile', () => {
    const [a, b, c] = three()
    backspace(a.goTo(1, 0))
    b.run(({ tr }) => tr.delete(0, 6))
    exchange([a, b, c])
    expect(c.words).toEqual(['дежз', 'ийкл'])
    agree([a, b, c])
  })

  test('is read once, from its beginning, when two join in opposite directions', () => {
    const [a, b, c] = three()
    backspace(a.goTo(1, 0))
    b.goTo(1, 0).run((state) => moveBy(state, -1))
    backspace(b.goTo(1, 0))
    exchange([a, b, c])
    expect(a.words.map(sorted)).toEqual([sorted('абвгдежз'), 'ийкл'])
    pressEnter(a.goTo(0, 4))
    exchange([a, b, c])
    expect(a.words).toHaveLength(3)
    agree([a, b, c])
  })
})

describe('[DRAFT1] words from one block to another that somebody deletes', () => {
  test('leave what others write in them, and what stood before and behind', () => {
    const [a, b, c] = three()
    deleteBetween(a, [0, 2], [2, 2])
    b.goTo(1, 2).type('Б')
    c.goTo(2, 3).type('Ц')
    exchange([a, b, c])
    expect(a.words).toEqual(['абкЦл', 'Б'])
    agree([a, b, c])
    a.undoManager.undo()
    exchange([a, b, c])
    expect(c.words).toEqual(['абвг', 'деБжз', 'ийкЦл'])
    agree([a, b, c])
  })

  test('give way to the letters that are typed over them', () => {
    const [a, b] = three()
    const { selection } = a.goTo(0, 2).state
    a.run(({ tr }) => tr.insertText('хх', selection.from, selection.from + 4))
    exchange([a, b])
    expect(b.words).toEqual(['абххдежз', 'ийкл'])
    agree([a, b])
  })
})

describe('[DRAFT1] a line of several texts', () => {
  test('is parted, formatted and emptied like any other, wherever one takes hold of it', () => {
    for (let at = 0; at <= 12; at++) {
      const [a, b] = three()
      backspace(a.goTo(1, 0))
      backspace(a.goTo(1, 0))
      pressEnter(a.goTo(0, at)).type('Я')
      const words = 'абвгдежзийкл'
      expect(a.words).toEqual(
        at === 0 ? ['', `Я${words}`] : [words.slice(0, at), `Я${words.slice(at)}`],
      )
      a.run(({ tr, doc }) => tr.addMark(1, doc.content.size, schema.mark('italic')))
      deleteBetween(a, [0, Math.min(at, 1)], [1, 1])
      exchange([a, b])
      agree([a, b])
    }
  })

  test('is frozen as one block, and is the title when it is one', () => {
    const [a] = three()
    a.goTo(0, 0).run((state) => setKind(state, 'heading', 1))
    backspace(a.goTo(1, 0))
    const { text, problems } = readText(a.ydoc, 'ru')
    expect(text.blocks.map(({ id }) => id)).toEqual(['one', 'three'])
    expect(text.blocks[0]).toMatchObject({ runs: [{ text: 'абвгдежз' }] })
    expect(problems.filter(({ code }) => code === 'unreadable')).toEqual([])
    expect(titleOf(a.ydoc, 'ru')).toBe('абвгдежз')
  })
})

describe('[REL2] a text that nobody who may write has opened since it was changed apart', () => {
  /** What a server holds that was sent both changes, and mends nothing. */
  function held(...editors: readonly TestEditor[]): Y.Doc {
    const doc = new Y.Doc()
    for (const { ydoc } of editors) Y.applyUpdate(doc, Y.encodeStateAsUpdate(ydoc))
    return doc
  }

  test('is frozen and exported as every editor shows it, and is itself left as it is', () => {
    for (const [act, other] of [
      [(a: TestEditor) => backspace(a.goTo(1, 0)), (b: TestEditor) => pressEnter(b.goTo(0, 2))],
      [(a: TestEditor) => pressEnter(a.goTo(0, 2)), (b: TestEditor) => pressEnter(b.goTo(0, 3))],
    ] as const) {
      const [a, b, reader] = three()
      act(a)
      other(b)
      const doc = held(a, b)
      const before = Y.encodeStateAsUpdate(doc)
      const { text } = readText(doc, 'ru')
      const { blocks } = readDraftNodes(doc, 'ru')
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
      exchange([a, b, reader])
      expect(text).toEqual(readText(reader.ydoc, 'ru').text)
      expect(blocks).toEqual(reader.doc.toJSON().content)
    }
  })
})
