/** Three who join, part, move and write blocks at random, now together and now apart: no letter lost, none twice. [DRAFT1] */
import { joinForward } from '@tiptap/pm/commands'
import { TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moveBy } from '#client/drafting/clauses/move.ts'
import { exchange, type TestEditor } from '../../support/editors.ts'
import { agree, backspace, pressEnter, showsWhatIsHeld, three } from '../../support/three-blocks.ts'

/** More of them by hand: `RUNS=5000 npx vitest run …`. */
const runs = Number(process.env.RUNS ?? 150)
const patience = 20_000 + runs * 40

type Act = readonly [who: number, act: number, block: number, offset: number]
const acts = fc.array(fc.tuple(fc.nat(2), fc.nat(9), fc.nat(10), fc.nat(20)), { maxLength: 30 })
const pauses = fc.array(fc.boolean(), { minLength: 1 })

type Doing = (editor: TestEditor, offset: number, letter: string) => void

const type: Doing = (editor, _offset, letter) => editor.type(letter)

const toStart = (editor: TestEditor) =>
  editor.run(({ tr, selection }) =>
    tr.setSelection(TextSelection.create(tr.doc, selection.$from.start())),
  )

const toEnd = (editor: TestEditor) =>
  editor.run(({ tr, selection }) =>
    tr.setSelection(TextSelection.create(tr.doc, selection.$from.end())),
  )

/** Deletes some letters, and what parts blocks between them. */
const eraseOn: Doing = (editor) => {
  const { from } = editor.state.selection
  const end = Math.min(from + 5, editor.doc.content.size)
  const to = TextSelection.near(editor.doc.resolve(end), -1).from
  if (to > from) editor.run(({ tr }) => tr.delete(from, to))
}

const harmless: readonly Doing[] = [
  type,
  type,
  type,
  (editor) => backspace(toStart(editor)),
  (editor) => joinForward(toEnd(editor).state, editor.dispatch),
  pressEnter,
  (editor, offset) => editor.run((state) => moveBy(state, offset % 2 ? 1 : -1)),
  eraseOn,
]

const all: readonly Doing[] = [
  ...harmless,
  (editor) => editor.undoManager.undo(),
  (editor) => editor.undoManager.redo(),
]

const lettersOf = ({ words }: TestEditor) => new Set(words.join(''))

/** What somebody's own act takes away is meant to go; what it brings, to stay. */
function keepBook(editor: TestEditor, expected: Set<string>, perform: () => void) {
  const before = lettersOf(editor)
  perform()
  const after = lettersOf(editor)
  for (const letter of before) if (!after.has(letter)) expected.delete(letter)
  for (const letter of after) if (!before.has(letter)) expected.add(letter)
}

function play(doings: readonly Doing[], list: readonly Act[], pause: readonly boolean[]) {
  const editors = three()
  const expected = lettersOf(editors[0])
  list.forEach(([who, act, block, offset], step) => {
    const editor = editors[who] as TestEditor
    const at = block % editor.doc.childCount
    editor.goTo(at, offset % (editor.doc.child(at).content.size + 1))
    const letter = String.fromCharCode(0x4e00 + step)
    keepBook(editor, expected, () => doings[act % doings.length]?.(editor, offset, letter))
    showsWhatIsHeld(editor)
    if (pause[step % pause.length]) exchange(editors)
  })
  exchange(editors)
  agree(editors)
  return { editors, expected }
}

describe('[DRAFT1] random joins, Enter, moves, letters and deletions, now together and now apart', () => {
  test(
    'every letter is there once, and all have the same text',
    () => {
      fc.assert(
        fc.property(acts, pauses, (list, pause) => {
          const { editors, expected } = play(harmless, list, pause)
          const words = editors[0].words.join('')
          for (const letter of expected) expect(words).toContain(letter)
          expect(new Set(words).size).toBe(words.length)
        }),
        { numRuns: runs },
      )
    },
    patience,
  )

  test(
    'all have the same text when they also take back and do again',
    () => {
      fc.assert(
        fc.property(acts, pauses, (list, pause) => {
          play(all, list, pause)
        }),
        { numRuns: runs },
      )
    },
    patience,
  )
})
