/** Notes and their anchors: what is cut and pasted keeps its note, what is copied becomes one of its own. [DRAFT6] */
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { EditorState, type Plugin, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { Notes } from '#client/drafting/footnotes/notes.ts'
import { anchorAt, positionOfNote } from '#client/drafting/references/anchor-at.ts'
import { anchorCharacter } from '#shared/text/blocks.ts'
import { appendNodes, bodyOf, footnotesOf, readNodes } from '#shared/text/draft.ts'
import { schema } from '#shared/text/schema.ts'
import { block, draftOf, note, title } from '../../shared/text/write.ts'

const anchor = (id: string) => schema.text(anchorCharacter, [schema.mark('footnote', { id })])

const draft = () =>
  draftOf([title('О воде'), block('plain', ['Вода', note('one'), ' есть.'], { id: 'a' })], {
    notes: { one: [block('plain', 'Записи с 2019 года.', { id: 'n' })] },
  })

function paste(
  doc: ReturnType<typeof draft>,
  content: Node[],
  shown: Node,
  move = false,
): string[] {
  const plugins = Notes.config.addProseMirrorPlugins?.call({
    options: { doc, language: 'ru' },
  } as never) as Plugin[]
  const plugin = plugins[0]
  const view = { state: EditorState.create({ doc: shown }), dragging: move ? { move } : null }
  const slice = new Slice(Fragment.fromArray(content), 0, 0)
  const pasted = plugin?.props.transformPasted?.call(plugin, slice, view as never, false) as Slice
  const ids: string[] = []
  pasted.content.descendants((node) => {
    for (const mark of node.marks) if (mark.type.name === 'footnote') ids.push(mark.attrs.id)
  })
  return ids
}

const wordsOf = (doc: ReturnType<typeof draft>, id: string | undefined) => {
  const fragment = id === undefined ? undefined : footnotesOf(doc).get(id)
  return fragment && readNodes(fragment).textContent
}

const shownOf = (doc: ReturnType<typeof draft>) => readNodes(bodyOf(doc, 'ru'))
const withoutNotes = schema.node('doc', null, [schema.node('block', { id: 'a' })])

test('[DRAFT6] an anchor that was cut comes back with its own note, once', () => {
  const doc = draft()
  const ids = paste(doc, [anchor('one'), schema.text(' и '), anchor('one')], withoutNotes)
  expect(ids[0]).toBe('one')
  expect(ids[1]).not.toBe('one')
  expect(wordsOf(doc, ids[1])).toBe('Записи с 2019 года.')
})

test('[DRAFT6] an anchor that was copied becomes a new note with the same words', () => {
  const doc = draft()
  const [id] = paste(doc, [anchor('one')], shownOf(doc))
  expect(id).not.toBe('one')
  expect(wordsOf(doc, id)).toBe('Записи с 2019 года.')
  expect(footnotesOf(doc).get(id ?? '')?.length).toBe(1)
})

test('[DRAFT6] one that another language names is in use', () => {
  const doc = draft()
  appendNodes(bodyOf(doc, 'ky'), [block('plain', ['Суу', note('one')], { id: 'k' })])
  const [id] = paste(doc, [anchor('one')], withoutNotes)
  expect(id).not.toBe('one')
})

test('[DRAFT6] what is dragged keeps its note, and what comes from elsewhere gets an empty one', () => {
  const doc = draft()
  expect(paste(doc, [anchor('one')], shownOf(doc), true)).toEqual(['one'])
  const [id] = paste(doc, [anchor('strange')], shownOf(doc))
  expect(id).not.toBe('strange')
  expect(wordsOf(doc, id)).toBe('')
})

test('[DRAFT6] words that carry an anchor’s mark are no anchor', () => {
  const doc = draft()
  const words = schema.text('слова', [schema.mark('footnote', { id: 'one' })])
  expect(paste(doc, [words], shownOf(doc))).toEqual([])
})

test('[DRAFT6] the caret is at an anchor when it is beside it, and on it when it is selected', () => {
  const shown = shownOf(draft())
  const pos = positionOfNote(shown, 'one') ?? 0
  const at = (from: number, to = from) =>
    anchorAt(EditorState.create({ doc: shown, selection: TextSelection.create(shown, from, to) }))
  expect(shown.textBetween(pos, pos + 1)).toBe(anchorCharacter)
  expect(at(pos, pos + 1)).toEqual({ kind: 'footnote', id: 'one', selected: true })
  expect(at(pos)?.selected).toBe(false)
  expect(at(pos + 1)?.selected).toBe(false)
  expect(at(pos + 2)).toBeNull()
  expect(at(pos - 1, pos + 1)).toBeNull()
  expect(positionOfNote(shown, 'two')).toBeNull()
})
