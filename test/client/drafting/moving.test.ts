/** Moving blocks: whole groups, never apart; and while others write, nothing is lost and nothing doubled. [DRAFT5] */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { moveBy, moveTo, placesFor, rangeAt } from '#client/drafting/clauses/move.ts'
import { enter, setKind } from '#client/drafting/editor/blocks.ts'
import { readNodes, readText, titleOf } from '#shared/text/draft.ts'
import { exchange, startWith, TestEditor } from '../../support/editors.ts'

/** More of them by hand: `RUNS=5000 npx vitest run …`. */
const runs = Number(process.env.RUNS ?? 150)
const patience = 20_000 + runs * 40

const kinds: { [letter: string]: string } = {
  h: 'heading',
  c: 'operative',
  b: 'bullet',
  n: 'numbered',
  p: 'plain',
  w: 'preamble',
}

/** `h1a c0b p0c` is a title named a, a clause named b and a paragraph named c. */
const startOf = (sequence: string) =>
  startWith(
    ...sequence.split(' ').map((one) => ({
      id: one.slice(2),
      words: one.slice(2),
      kind: kinds[one[0] ?? ''] ?? 'plain',
      level: Number(one[1]),
    })),
  )

const editorOf = (sequence: string) => new TestEditor(10, startOf(sequence))
const at = (editor: TestEditor, words: string) => editor.words.indexOf(words)
const move = (editor: TestEditor, words: string, by: 1 | -1) =>
  editor.goTo(at(editor, words), 0).run((state) => moveBy(state, by))

/** What Yjs holds is what the editor shows. */
const agrees = (editor: TestEditor) =>
  expect(readNodes(editor.ydoc.getXmlFragment('body:ru')).toJSON()).toEqual(editor.doc.toJSON())

describe('[DRAFT5] what is moved', () => {
  test.each<[what: string, before: string, who: string, by: 1 | -1, after: string]>([
    ['a paragraph past another', 'p0a p0b', 'b', -1, 'b a'],
    ['a clause with its sub-clauses', 'c0a c0b c1x c1y c0c', 'b', 1, 'a c b x y'],
    ['a clause past all that hangs on another', 'c0a c1x c2z c1y c0b', 'b', -1, 'b a x z y'],
    ['a clause with the list that hangs on it', 'c0a b0x b1y c0b', 'a', 1, 'b a x y'],
    ['a sub-clause past its neighbour', 'c0a c1x c1y', 'y', -1, 'a y x'],
    ['a sub-clause past its clause, to the one before', 'c0a c0b c1x', 'x', -1, 'a x b'],
    ['nothing but the first sub-clause of all', 'c0a c1x', 'x', -1, 'a x'],
    ['a heading with its section', 'h2a p0x h3y p0z h2b p0q', 'b', -1, 'b q a x y z'],
    ['a subsection within its section', 'h2a h3x p0y h3z', 'z', -1, 'a z x y'],
    ['a paragraph over the heading, into the section before', 'h2a h2b p0x', 'x', -1, 'a x b'],
    ['an item with its inner items', 'b0a b1x b0b', 'b', -1, 'b a x'],
    ['nothing above the title', 'h1t p0a', 'a', -1, 't a'],
    ['no title', 'h1t p0a', 't', 1, 't a'],
    ['a paragraph past a clause and its list, not between them', 'c0a b0x p0p', 'p', -1, 'p a x'],
    ['nothing at the end', 'p0a p0b', 'b', 1, 'a b'],
  ])('is %s', (_, before, who, by, after) => {
    const editor = move(editorOf(before), who, by)
    expect(editor.words.join(' ')).toBe(after)
    agrees(editor)
    expect(editor.state.selection.$from.parent.textContent).toBe(who)
  })

  test('keeps its type in Yjs, and so all that others do in it', () => {
    const editor = editorOf('c0a c0b c0c')
    const types = editor.ydoc.getXmlFragment('body:ru').toArray()
    move(editor, 'c', -1)
    const now = editor.ydoc.getXmlFragment('body:ru').toArray()
    for (const type of types) expect(now).toContain(type)
  })

  test('is one step to take back, and to do again', () => {
    const editor = editorOf('c0a c0b c1x c0c')
    move(editor, 'b', 1)
    expect(editor.words.join(' ')).toBe('a c b x')
    editor.undoManager.undo()
    expect(editor.words.join(' ')).toBe('a b x c')
    editor.undoManager.redo()
    expect(editor.words.join(' ')).toBe('a c b x')
    agrees(editor)
  })

  test('can stand only where nothing else changes what it hangs on', () => {
    const { doc } = editorOf('h1t c0a c1x c1y c0b p0p')
    expect(placesFor(doc, rangeAt(doc, 4))).toEqual([1, 6])
    expect(placesFor(doc, rangeAt(doc, 5))).toEqual([1, 2, 3, 4])
    expect(placesFor(doc, rangeAt(doc, 0))).toEqual([])
  })

  test('a place in Yjs that no block names, or that two name, is harmless', () => {
    const editor = editorOf('p0a p0b')
    const body = editor.ydoc.getXmlFragment('body:ru')
    for (const id of ['nobody', 'both', 'both']) {
      const place = new Y.XmlElement('place')
      place.setAttribute('id', id)
      body.insert(0, [place])
    }
    const texts = body.toArray().filter((type) => type instanceof Y.XmlText) as Y.XmlText[]
    for (const text of texts) text.setAttribute('place', 'both')
    expect(editor.words).toEqual(['a', 'b'])
    agrees(editor)
    expect(readText(editor.ydoc, 'ru').problems.map(({ code }) => code)).not.toContain('unreadable')
    texts[0]?.setAttribute('place', { hostile: true } as unknown as string)
    expect([...editor.words].sort()).toEqual(['a', 'b'])
  })

  test('counts for the title and the canonical form as it is read', () => {
    const editor = editorOf('h1t p0a p0b')
    move(editor, 'b', -1)
    expect(titleOf(editor.ydoc, 'ru')).toBe('t')
    const { text } = readText(editor.ydoc, 'ru')
    expect(text.blocks.map(({ id }) => id)).toEqual(['t', 'b', 'a'])
  })
})

describe('[DRAFT1] while somebody moves a clause', () => {
  const pair = (sequence: string) =>
    [10, 20].map((client) => new TestEditor(client, startOf(sequence))) as [TestEditor, TestEditor]

  test('what another types in it stays, and the other’s caret goes with it', () => {
    const [a, b] = pair('c0a c0b c0c')
    move(a, 'a', 1)
    b.goTo(0, 1).type('!!')
    exchange([a, b])
    expect(a.words).toEqual(['b', 'a!!', 'c'])
    expect(b.words).toEqual(a.words)
    expect(b.state.selection.$from.parent.textContent).toBe('a!!')
    expect(b.state.selection.$from.parentOffset).toBe(3)
  })

  test('another who moves it elsewhere does not double it', () => {
    const [a, b] = pair('c0a c0b c0c c0d')
    move(a, 'a', 1)
    move(b, 'a', 1)
    move(b, 'a', 1)
    exchange([a, b])
    expect(a.words).toEqual(b.words)
    expect([...a.words].sort()).toEqual(['a', 'b', 'c', 'd'])
  })

  test('two who move different clauses both get what they wanted', () => {
    const [a, b] = pair('c0a c0b c0c')
    move(a, 'c', -1)
    move(b, 'a', 1)
    exchange([a, b])
    expect(a.words.indexOf('c')).toBeLessThan(a.words.indexOf('b'))
    expect(a.words.indexOf('a')).toBeGreaterThan(a.words.indexOf('b') - 2)
    expect(a.words).toEqual(b.words)
    expect([...a.words].sort()).toEqual(['a', 'b', 'c'])
  })

  type Act = readonly [who: number, act: number, block: number, place: number]
  const acts = fc.array(fc.tuple(fc.nat(2), fc.nat(9), fc.nat(20), fc.nat(20)), { maxLength: 40 })

  let fresh = 0
  function perform(editor: TestEditor, [, act, block, place]: Act, token: string) {
    const where = block % editor.doc.childCount
    if (act <= 3) {
      editor.goTo(where, place % (editor.doc.child(where).content.size + 1)).type(token)
    } else if (act <= 7) {
      const range = rangeAt(editor.doc, where)
      const places = placesFor(editor.doc, range)
      const to = places[place % Math.max(places.length, 1)]
      if (to !== undefined) editor.dispatch(moveTo(editor.state, range, to))
    } else if (act === 8) {
      editor.goTo(where, editor.doc.child(where).content.size).run((state) => {
        const tr = enter(state)
        tr?.doc.forEach((node, pos) => {
          if (!node.attrs.id) tr.setNodeAttribute(pos, 'id', `n${fresh++}`)
        })
        return tr
      })
    } else editor.goTo(where, 0).run((state) => setKind(state, 'operative', place % 2))
  }

  test(
    'three who move, type, press Enter at ends and change kinds end with one text: no letter lost, no clause doubled',
    () => {
      fc.assert(
        fc.property(acts, fc.array(fc.nat(3), { minLength: 1 }), (list, pauses) => {
          const start = startOf('h1t c0a c1x c1y c0b b0z p0p h2s c0c')
          const editors = [10, 20, 30].map((client) => new TestEditor(client, start))
          const typed: string[] = ['t', 'a', 'x', 'y', 'b', 'z', 'p', 's', 'c']
          list.forEach((act, step) => {
            const token = String.fromCharCode(0x4e00 + step)
            if (act[1] <= 3) typed.push(token)
            perform(editors[act[0]] as TestEditor, act, token)
            // Now all hear each other, and now nobody does.
            const pause = pauses[step % pauses.length]
            if (pause === 3) exchange(editors)
          })
          exchange(editors)
          const [first, ...others] = editors.map(({ doc }) => doc.toJSON())
          for (const other of others) expect(other).toEqual(first)
          for (const editor of editors) agrees(editor)
          const letters = editors[0]?.words.join('') ?? ''
          expect([...letters].sort()).toEqual([...typed].sort())
          const ids = editors[0]?.doc.children.map(({ attrs }) => attrs.id) ?? []
          expect(new Set(ids).size).toBe(ids.length)
        }),
        { numRuns: runs },
      )
    },
    patience,
  )

  test(
    'moves that are taken back, and done again, leave every clause there once',
    () => {
      fc.assert(
        fc.property(acts, fc.array(fc.nat(5), { minLength: 1 }), (list, turns) => {
          const start = startOf('c0a c1x c0b c0c c1y')
          const editors = [10, 20].map((client) => new TestEditor(client, start))
          list.forEach((act, step) => {
            const editor = editors[act[0] % 2] as TestEditor
            perform(editor, [0, 4, act[2], act[3]], '')
            const turn = turns[step % turns.length]
            if (turn === 1) editor.undoManager.undo()
            if (turn === 2) editor.undoManager.redo()
            if (turn === 3) exchange(editors)
          })
          exchange(editors)
          expect(editors[0]?.doc.toJSON()).toEqual(editors[1]?.doc.toJSON())
          for (const editor of editors) agrees(editor)
          expect([...(editors[0]?.words ?? [])].sort()).toEqual(['a', 'b', 'c', 'x', 'y'])
        }),
        { numRuns: runs },
      )
    },
    patience,
  )
})
