/** What a picture is described with comes back with the picture. [DRAFT6] */
import { expect, test } from 'vitest'
import { OwnUndo } from '#client/drafting/editor/own-undo.ts'
import { schema } from '#shared/text/schema.ts'
import { exchange, startWith, TestEditor } from '../../support/editors.ts'

const start = startWith({ id: 'a', words: 'слово' })
const alt = 'Канал зимой'

/** Two who have a picture with a caption before them. */
function pair() {
  const [a, b] = [new TestEditor(10, start), new TestEditor(20, start)]
  const picture = schema.nodes.image?.create(
    { id: 'p', asset: 'x'.repeat(43), width: 30, height: 20, alt },
    schema.text('Канал'),
  )
  a.dispatch(a.state.tr.insert(a.doc.content.size, picture ?? []))
  exchange([a, b])
  return [a, b] as const
}

const described = ({ doc }: TestEditor) =>
  doc.children
    .filter(({ type }) => type.name === 'image')
    .map((node) => [node.textContent, node.attrs.alt])

const deletePicture = (editor: TestEditor) => {
  const size = editor.doc.lastChild?.nodeSize ?? 0
  const end = editor.doc.content.size
  editor.dispatch(editor.state.tr.delete(end - size, end))
}

test('[DRAFT6] a picture that one deletes and takes back is described as before', () => {
  const [a, b] = pair()
  const undo = new OwnUndo(a.binding, a, 0)
  deletePicture(a)
  exchange([a, b])
  expect(described(b)).toEqual([])
  undo.undo()
  exchange([a, b])
  expect(described(a)).toEqual([['Канал', alt]])
  expect(described(b)).toEqual([['Канал', alt]])
})

test('[DRAFT6] a picture that comes back with what another wrote below it is described as before', () => {
  const [a, b] = pair()
  b.goTo(1, 5).type('!')
  deletePicture(a)
  exchange([a, b])
  expect(described(a)).toEqual([['!', alt]])
  expect(described(b)).toEqual([['!', alt]])
})

test('[SAFE8] of a picture that is deleted no words stay', () => {
  const [a, b] = pair()
  b.goTo(0, 1).type('х')
  deletePicture(a)
  exchange([a, b])
  for (const editor of [a, b]) {
    expect(editor.ydoc.getXmlFragment('body:ru').toString()).not.toContain(alt)
  }
})
