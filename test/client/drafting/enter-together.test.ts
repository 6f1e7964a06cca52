/** Several who press Enter in one paragraph at the same time, while others write in it: no letter twice, none lost. [DRAFT1] */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { enter, setKind } from '#client/drafting/editor/blocks.ts'
import { schema } from '#shared/text/schema.ts'
import { exchange, startWith, TestEditor } from '../../support/editors.ts'

const words = 'абвгдежзик'
/** More of them by hand: `RUNS=5000 npx vitest run …`. */
const runs = Number(process.env.RUNS ?? 150)
const patience = 20_000 + runs * 40
const start = startWith({ id: 'one', words }, { id: 'two', words: 'конец' })
const three = () => [10, 20, 30].map((client) => new TestEditor(client, start))

let fresh = 0
/** Enter, and what the editor's own plugin does: a new block gets an id of its own. */
const pressEnter = (editor: TestEditor) =>
  editor.run((state) => {
    const tr = enter(state)
    tr?.doc.forEach((node, pos) => {
      if (!node.attrs.id) tr.setNodeAttribute(pos, 'id', `e${fresh++}`)
    })
    return tr
  })

const sorted = (letters: string) => [...letters].sort().join('')

/** A place in one of the blocks that hold the words: never in the last. */
function goSomewhere(editor: TestEditor, where: number, offset: number) {
  const block = where % (editor.doc.childCount - 1)
  editor.goTo(block, offset % (editor.doc.child(block).content.size + 1))
}

describe('[DRAFT1] two who press Enter in one paragraph', () => {
  test('at one place leave its tail there once, and each has a line of their own', () => {
    const [a, b] = three() as [TestEditor, TestEditor, TestEditor]
    for (const editor of [a, b]) pressEnter(editor.goTo(0, 4))
    exchange([a, b])
    expect(a.words).toEqual(['абвг', '', 'дежзик', 'конец'])
    expect(b.words).toEqual(a.words)
  })

  test('at two places part it in three, in the order of its letters', () => {
    for (const [first, second] of [
      [3, 6],
      [6, 3],
    ] as const) {
      const [a, b] = three() as [TestEditor, TestEditor, TestEditor]
      pressEnter(a.goTo(0, first))
      pressEnter(b.goTo(0, second))
      exchange([a, b])
      expect(a.words.join('')).toBe(`${words}конец`)
      expect(b.words).toEqual(a.words)
    }
  })

  test('keep what was typed into either tail meanwhile', () => {
    const [a, b] = three() as [TestEditor, TestEditor, TestEditor]
    pressEnter(a.goTo(0, 4)).goTo(1, 2).type('АА')
    pressEnter(b.goTo(0, 4)).goTo(1, 6).type('ББ')
    exchange([a, b])
    expect(sorted(a.words.join(''))).toBe(sorted(`${words}конецААББ`))
    expect(a.words).toEqual(b.words)
  })

  test('leave the other’s new line to whoever takes back their own', () => {
    const [a, b] = three() as [TestEditor, TestEditor, TestEditor]
    pressEnter(a.goTo(0, 4))
    exchange([a, b])
    pressEnter(b.goTo(1, 2))
    exchange([a, b])
    b.undoManager.undo()
    exchange([a, b])
    expect(a.words).toEqual(['абвг', 'дежзик', 'конец'])
  })

  test('who may only read mends nothing', () => {
    const [a, b, reader] = three() as [TestEditor, TestEditor, TestEditor]
    Object.defineProperty(reader, 'editable', { value: false })
    for (const editor of [a, b]) pressEnter(editor.goTo(0, 4))
    reader.receive([...a.takeUnsent(), ...b.takeUnsent()])
    expect(reader.takeUnsent()).toEqual([])
    expect(reader.words).toHaveLength(4)
  })

  test(
    'what a hostile editor says of its letters hurts nobody',
    () => {
      for (const memory of [
        'no',
        [[1, 2]],
        [[1, 2, 3, 4, -5]],
        [['a', 'b', 'c', 'd', 'e']],
        [[10, 0, 2 ** 40, 10, 0]],
        Array(5000).fill([10, 0, 1, 10, 0]),
        { length: 3 },
      ]) {
        const [a] = three() as [TestEditor, TestEditor, TestEditor]
        const update = new Y.Doc()
        Y.applyUpdate(update, start)
        for (let copy = 0; copy < 3; copy++) {
          const text = new Y.XmlText('чужое')
          text.setAttribute('carried', memory as unknown as string)
          update.getXmlFragment('body:ru').insert(0, [text])
        }
        a.receive([Y.encodeStateAsUpdate(update)])
        pressEnter(a.goTo(3, 4))
        expect(a.words).toEqual(['чужое', 'чужое', 'чужое', 'абвг', 'дежзик', 'конец'])
      }
    },
    patience,
  )
})

describe('[DRAFT1] random Enter, letters and kinds in one paragraph, now together and now apart', () => {
  type Act = readonly [who: number, act: number, block: number, offset: number]
  const acts = fc.array(fc.tuple(fc.nat(2), fc.nat(5), fc.nat(10), fc.nat(20)), { maxLength: 30 })

  /** Does it, and returns what was typed. */
  function perform(editor: TestEditor, [, act, block, offset]: Act, letter: string): string {
    goSomewhere(editor, block, offset)
    const { $from } = editor.state.selection
    const end = Math.min($from.pos + 3, $from.end())
    if (act <= 1) editor.type(letter)
    else if (act <= 3) pressEnter(editor)
    else if (act === 4) editor.run((state) => setKind(state, 'operative', offset % 3))
    else if (end > $from.pos) {
      editor.dispatch(editor.state.tr.addMark($from.pos, end, schema.mark('bold')))
    }
    return act <= 1 ? letter : ''
  }

  test(
    'every letter is there once, and all have the same text',
    () => {
      fc.assert(
        fc.property(acts, fc.array(fc.boolean(), { minLength: 1 }), (list, pauses) => {
          const editors = three()
          let typed = `${words}конец`
          list.forEach((act, step) => {
            const letter = String.fromCharCode(0x4e00 + step)
            typed += perform(editors[act[0]] as TestEditor, act, letter)
            if (pauses[step % pauses.length]) exchange(editors)
          })
          exchange(editors)
          expect(editors[1]?.doc.toJSON()).toEqual(editors[0]?.doc.toJSON())
          expect(editors[2]?.doc.toJSON()).toEqual(editors[0]?.doc.toJSON())
          expect(sorted(editors[0]?.words.join('') ?? '')).toBe(sorted(typed))
        }),
        { numRuns: runs },
      )
    },
    patience,
  )
})
