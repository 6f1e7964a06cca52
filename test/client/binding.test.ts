/** Writing together without a browser: the same text for all, nothing lost, carets that stay. [DRAFT1] */

import { TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { enter, setKind, shiftLevel } from '#client/drafting/editor/blocks.ts'
import { readNodes } from '#shared/text/draft.ts'
import { schema } from '#shared/text/schema.ts'
import { exchange, startWith, TestEditor } from '../support/editors.ts'

const start = startWith({ id: 'a', words: 'конец' }, { id: 'b', words: 'второй' })
const pair = () => [new TestEditor(10, start), new TestEditor(20, start)] as const

/** What Yjs holds is what the editor shows. */
const agrees = (editor: TestEditor) =>
  expect(readNodes(editor.ydoc.getXmlFragment('body:ru')).toJSON()).toEqual(editor.doc.toJSON())

test('a caret keeps its letters when somebody types before it in the same paragraph', () => {
  const [a, b] = pair()
  b.goTo(0, 2)
  a.goTo(0, 0).type('ААА ')
  exchange([a, b])
  expect(b.words[0]).toBe('ААА конец')
  expect(b.state.selection.from).toBe(1 + 4 + 2)
})

test('two who type at the same place do not mix their letters', () => {
  const [a, b] = pair()
  a.goTo(0, 5)
  b.goTo(0, 5)
  for (const letter of 'вода') {
    a.type(letter)
    b.type(letter.toUpperCase())
    exchange([a, b])
  }
  expect(a.words[0]).toBe(b.words[0])
  expect(['конецводаВОДА', 'конецВОДАвода']).toContain(a.words[0])
})

test('a letter typed beside the same letter is written where it was typed', () => {
  const [a] = pair()
  a.goTo(0, 0).type('аааа')
  const text = a.ydoc.getXmlFragment('body:ru').get(0) as Y.XmlText
  const second = Y.createRelativePositionFromTypeIndex(text, 2)
  a.goTo(0, 1).type('а')
  expect(Y.createAbsolutePositionFromRelativePosition(second, a.ydoc)?.index).toBe(3)
})

test('changing what a block is loses nothing that somebody types in it', () => {
  const [a, b] = pair()
  a.goTo(0, 0).run((state) => setKind(state, 'heading', 2))
  b.goTo(0, 5).type(' света')
  exchange([a, b])
  expect(a.words[0]).toBe('конец света')
  expect(a.doc.child(0).attrs).toMatchObject({ kind: 'heading', level: 2 })
  agrees(a)
  agrees(b)
})

test('a kind with levels that comes to a block which others gave a level is the same for all', () => {
  const [a, b] = pair()
  a.goTo(0, 0).run((state) => setKind(state, 'operative', 1))
  exchange([a, b])
  a.goTo(0, 0).run((state) => setKind(state, 'quotation', 0))
  b.goTo(0, 0).run((state) => shiftLevel(state, 1))
  exchange([a, b])
  a.goTo(0, 0).run((state) => setKind(state, 'operative', 0))
  exchange([a, b])
  expect(b.doc.child(0).attrs).toMatchObject({ kind: 'operative', level: 0 })
  agrees(a)
})

test('bold for one and letters for the other keep both', () => {
  const [a, b] = pair()
  a.dispatch(a.state.tr.addMark(1, 4, schema.mark('bold')))
  b.goTo(0, 2).type('ЖЖ')
  exchange([a, b])
  expect(a.words[0]).toBe('коЖЖнец')
  expect(a.doc.toJSON()).toEqual(b.doc.toJSON())
  expect(a.doc.child(0).firstChild?.marks.map(({ type }) => type.name)).toEqual(['bold'])
})

test('a line break is a letter: what is typed on either side of it stays', () => {
  const [a, b] = pair()
  a.dispatch(a.state.tr.insert(3, schema.node('break')))
  b.goTo(0, 1).type('Ж')
  b.goTo(0, 6).type('Ш')
  exchange([a, b])
  expect(a.words[0]).toBe('кЖо\nнецШ')
  expect(a.doc.child(0).childCount).toBe(3)
  agrees(b)
})

test('undo takes back my own words and nobody else’s', () => {
  const [a, b] = pair()
  a.goTo(0, 0).type('моё ')
  exchange([a, b])
  b.goTo(1, 0).type('чужое ')
  exchange([a, b])
  while (a.undoManager.undoStack.length > 0) a.undoManager.undo()
  exchange([a, b])
  expect(a.words).toEqual(['конец', 'чужое второй'])
  expect(b.words).toEqual(a.words)
})

test('nothing is written because it was read, and what we do not know is kept', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, start)
  const body = doc.getXmlFragment('body:ru')
  body.insert(1, [new Y.XmlElement('hologram')])
  const [text] = [body.get(0) as Y.XmlText]
  text.format(0, 2, { sparkle: {}, link: {} })
  text.setAttribute('kind', 'nonsense')
  const before = Y.encodeStateVector(doc)
  const editor = new TestEditor(30, Y.encodeStateAsUpdate(doc))
  expect(editor.words).toEqual(['конец', 'второй'])
  expect(Y.encodeStateVector(editor.ydoc)).toEqual(before)
  editor.goTo(0, 5).type('!')
  editor.goTo(1, 0).run(enter)
  const names = editor.ydoc
    .getXmlFragment('body:ru')
    .toArray()
    .map((type) => (type instanceof Y.XmlElement ? type.nodeName : 'text'))
  expect(names).toContain('hologram')
  expect((editor.ydoc.getXmlFragment('body:ru').get(0) as Y.XmlText).toString()).toContain(
    'sparkle',
  )
})

test('a table comes over whole, and cells are typed in together', () => {
  const [a, b] = pair()
  const cell = (id: string, words: string) =>
    schema.node('tableCell', null, [
      schema.node('block', { id }, words ? schema.text(words) : undefined),
    ])
  const table = schema.node('table', { id: 't' }, [
    schema.node('tableRow', null, [cell('c1', 'год'), cell('c2', 'вода')]),
    schema.node('tableRow', null, [cell('c3', ''), cell('c4', '')]),
  ])
  a.dispatch(a.state.tr.insert(0, table))
  exchange([a, b])
  expect(b.doc.toJSON()).toEqual(a.doc.toJSON())
  a.dispatch(a.state.tr.insertText('2026', 4))
  b.dispatch(b.state.tr.insertText('мутная ', b.doc.resolve(4).end() + 4))
  exchange([a, b])
  expect(a.doc.toJSON()).toEqual(b.doc.toJSON())
  agrees(a)
})

describe('[DRAFT1] random editing by several, now together and now apart', () => {
  type Act = readonly [who: number, act: number, block: number, offset: number, words: string]
  const acts = fc.array(
    fc.tuple(
      fc.nat(2),
      fc.nat(8),
      fc.nat(10),
      fc.nat(30),
      fc.string({ unit: fc.constantFrom(...'абвгд😀'), minLength: 1, maxLength: 4 }),
    ),
    { maxLength: 60 },
  )

  function perform(editor: TestEditor, [, act, block, offset, words]: Act) {
    if (editor.doc.childCount === 0) return
    const at = block % editor.doc.childCount
    const size = editor.doc.child(at).content.size
    editor.goTo(at, Math.min(offset, size))
    const { from } = editor.state.selection
    const to = editor.whole(Math.min(from + (offset % 5), editor.state.selection.$from.end()))
    if (act <= 3) editor.type(words)
    else if (act === 4) editor.dispatch(editor.state.tr.delete(from, to))
    else if (act === 5 && to > from)
      editor.dispatch(editor.state.tr.addMark(from, to, schema.mark('bold')))
    else if (act === 6) editor.run((state) => withNewIds(enter(state)))
    else if (act === 7) editor.run((state) => setKind(state, 'operative', offset % 2))
    else if (act === 8) editor.run((state) => shiftLevel(state, 1))
  }

  let fresh = 0
  /** What the editor's own plugin does: a new block gets an id of its own. */
  function withNewIds(tr: ReturnType<typeof enter>) {
    tr?.doc.forEach((node, pos) => {
      if (!node.attrs.id) tr.setNodeAttribute(pos, 'id', `n${fresh++}`)
    })
    return tr
  }

  test('all end with the same text, and each shows what Yjs holds', () => {
    fc.assert(
      fc.property(acts, fc.array(fc.boolean()), (list, pauses) => {
        const editors = [10, 20, 30].map((client) => new TestEditor(client, start))
        list.forEach((act, at) => {
          perform(editors[act[0]] as TestEditor, act)
          if (pauses[at % pauses.length] ?? true) exchange(editors)
        })
        exchange(editors)
        const [first, ...others] = editors.map(({ doc }) => doc.toJSON())
        for (const other of others) expect(other).toEqual(first)
        for (const editor of editors) agrees(editor)
      }),
      { numRuns: 150 },
    )
  })

  test('words that are only typed are never lost or doubled', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.nat(1), fc.nat(40)), { maxLength: 40 }),
        (list) => {
          const editors = [10, 20, 30].map((client) => new TestEditor(client, start))
          list.forEach(([who, block, offset], at) => {
            const editor = editors[who] as TestEditor
            editor
              .goTo(block, Math.min(offset, editor.doc.child(block).content.size))
              .type(`<${at}>`)
            if (at % 3 === 0) exchange(editors)
          })
          exchange(editors)
          const letters = editors[0]?.words.join('') ?? ''
          const typed = `конецвторой${list.map((_, at) => `<${at}>`).join('')}`
          expect([...letters].sort().join('')).toBe([...typed].sort().join(''))
        },
      ),
      { numRuns: 100 },
    )
  })
})

test('the selection of two points keeps both of its ends', () => {
  const [a, b] = pair()
  b.dispatch(b.state.tr.setSelection(TextSelection.create(b.doc, 2, 4)))
  a.goTo(0, 0).type('XX')
  exchange([a, b])
  expect([b.state.selection.from, b.state.selection.to]).toEqual([4, 6])
})
