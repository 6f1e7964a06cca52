/** Undoing takes back what one did oneself, in pieces, and puts the caret where it was. [DRAFT1] */
import { TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { isFromElsewhere } from '#client/drafting/editor/binding/binding.ts'
import { OwnUndo } from '#client/drafting/editor/own-undo.ts'
import { settleNotes, suggestionsInNotes } from '#client/drafting/editor/settle-notes.ts'
import { footnotesOf } from '#shared/text/draft.ts'
import { chooseNumbering, formOf, numberingOf } from '#shared/text/form.ts'
import { exchange, startWith, TestEditor } from '../../support/editors.ts'

const start = startWith({ id: 'a', words: 'слово' }, { id: 'b', words: 'второе' })

/** An editor whose changes are heard by an undo, as in the program. */
class Writer extends TestEditor {
  readonly undo: OwnUndo

  constructor(client: number, pauseMs = 0) {
    super(client, start)
    const beside = [footnotesOf(this.ydoc), formOf(this.ydoc)]
    this.undo = new OwnUndo(this.binding, this, pauseMs, beside)
    const apply = this.dispatch
    this.dispatch = (tr) => {
      if (tr.docChanged && !isFromElsewhere(tr)) this.undo.beforeWriting(this.state)
      apply(tr)
      if (tr.docChanged && !isFromElsewhere(tr)) this.undo.afterWriting(this.state)
    }
  }
}

const pair = () => [new Writer(10), new Writer(20)] as const

test('[DRAFT1] undo keeps what somebody else has typed into the same word meanwhile', () => {
  const [a, b] = pair()
  a.goTo(0, 2).dispatch(a.state.tr.insertText('АБВ'))
  exchange([a, b])
  b.goTo(0, 4).type('жж')
  exchange([a, b])
  expect(a.words[0]).toBe('слАБжжВово')
  a.undo.undo()
  exchange([a, b])
  expect(a.words[0]).toBe('слжжово')
  expect(b.words[0]).toBe('слжжово')
  a.undo.redo()
  exchange([a, b])
  expect(b.words[0]).toContain('жж')
})

test('the caret returns to where it stood, beside the letters it stood at', () => {
  const [a, b] = pair()
  a.goTo(0, 1).dispatch(a.state.tr.setSelection(TextSelection.create(a.doc, 2, 5)))
  a.dispatch(a.state.tr.deleteSelection())
  expect(a.words[0]).toBe('со')
  b.goTo(0, 0).type('Это ')
  exchange([a, b])
  a.goTo(1, 3).undo.undo()
  expect(a.words[0]).toBe('Это слово')
  const { from, to } = a.state.selection
  expect(a.doc.textBetween(from, to)).toBe('лов')
})

test('typing that goes on is undone in pieces that end with a word', () => {
  const a = new Writer(10, 60_000)
  a.goTo(0, 5).type(' и ещё много слов подряд, без конца')
  a.undo.undo()
  expect(a.words[0]).toBe('слово и ещё много слов подряд, ')
  a.undo.undo()
  expect(a.words[0]).toBe('слово')
})

test('[DRAFT1] however two people write, taking all of mine back leaves all of theirs', () => {
  const edit = fc.record({
    mine: fc.boolean(),
    block: fc.nat(1),
    place: fc.nat(12),
    words: fc.constantFrom('Ж', 'ЖЖ', 'Ж Ж'),
  })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const [a, b] = pair()
      let theirs = 0
      for (const { mine, block, place, words } of edits) {
        const writer = mine ? a : b
        const size = writer.doc.child(block).content.size
        writer.goTo(block, Math.min(place, size)).type(mine ? words : words.replaceAll('Ж', 'ш'))
        if (!mine) theirs += words.replaceAll(' ', '').length
        exchange([a, b])
      }
      for (let step = 0; step < 200 && a.undo.manager.undoStack.length > 0; step++) a.undo.undo()
      exchange([a, b])
      const all = a.words.join('')
      expect(a.words).toEqual(b.words)
      expect(all).not.toContain('Ж')
      expect(all.split('ш').length - 1).toBe(theirs)
      expect(all.replace(/[ш ]/g, '')).toBe('слововторое')
    }),
    { numRuns: 100 },
  )
})

test('[DRAFT5] the numbering that I chose is taken back with what I did, and nobody else’s choice is', () => {
  const [a, b] = pair()
  a.goTo(0, 5).type('!')
  a.undo.actBeside(() => chooseNumbering(a.ydoc, 'decimal'))
  exchange([a, b])
  expect(numberingOf(b.ydoc)).toBe('decimal')
  b.undo.undo()
  exchange([a, b])
  expect(numberingOf(a.ydoc)).toBe('decimal')
  a.undo.undo()
  exchange([a, b])
  expect([numberingOf(a.ydoc), numberingOf(b.ydoc), b.words[0]]).toEqual([
    'letters',
    'letters',
    'слово!',
  ])
  a.undo.redo()
  expect(numberingOf(a.ydoc)).toBe('decimal')
  b.receive(a.takeUnsent())
  b.undo.actBeside(() => chooseNumbering(b.ydoc, 'letters'))
  exchange([a, b])
  a.undo.undo()
  expect(numberingOf(a.ydoc)).toBe('letters')
  a.undo.undo()
  expect(a.words[0]).toBe('слово')
})

test('[REV2] suggestions settled in text and notes at once are taken back at once, without what others wrote there', () => {
  const [a, b] = pair()
  const note = new Y.XmlText('вода река')
  const fragment = new Y.XmlFragment()
  fragment.insert(0, [note])
  a.ydoc.transact(() => {
    footnotesOf(a.ydoc).set('note', fragment)
    note.format(0, 4, { deletion: { id: 'person:one' } })
    note.format(4, 5, { insertion: { id: 'person:two' } })
  })
  exchange([a, b])
  const pending = () => suggestionsInNotes(a.ydoc, ['note']).sort()
  expect(pending()).toEqual(['person:one', 'person:two'])
  a.goTo(0, 5).type('!')
  a.undo.endPiece()
  a.undo.actBeside(() => settleNotes(a.ydoc, ['note'], 'accept'))
  exchange([a, b])
  expect([note.toString(), pending()]).toEqual([' река', []])
  const theirs = footnotesOf(b.ydoc).get('note')?.get(0) as Y.XmlText
  theirs.insert(5, 'Ж', { insertion: null })
  exchange([a, b])
  a.undo.undo()
  exchange([a, b])
  expect(
    note
      .toDelta()
      .map(({ insert }: { insert: string }) => insert)
      .join(''),
  ).toBe('вода рекаЖ')
  expect(pending()).toEqual(['person:one', 'person:two'])
  expect(a.words[0]).toBe('слово!')
  a.undo.redo()
  expect(pending()).toEqual([])
})
