/** Notes with their anchors: a new one is opened at once, a copied one becomes a note of its own. [DRAFT6] */
import { type Editor, Extension } from '@tiptap/core'
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import * as Y from 'yjs'
import { isLanguage, type Language, languages } from '#shared/language/languages.ts'
import { anchorCharacter, isId, newId } from '#shared/text/blocks.ts'
import { appendNodes, bodyOf, footnotesOf, type NodeJson, readNodes } from '#shared/text/draft.ts'
import { insertFootnote } from '../editor/anchors.ts'
import { asOneStep } from '../editor/together.ts'
import { footnoteOrder } from '../editor/what-is-numbered.ts'
import { openNote } from './open-note.ts'

export const Notes = Extension.create<{ doc: Y.Doc; language: Language }>({
  name: 'notes',
  // After `Pasting`, which writes the notes that come along from elsewhere.
  priority: 930,
  addKeyboardShortcuts() {
    return { 'Mod-Alt-f': ({ editor }) => addNote(editor, this.options.doc) }
  },
  addProseMirrorPlugins() {
    const { doc, language } = this.options
    return [
      new Plugin({
        props: { transformPasted: (slice, view) => withOwnNotes(slice, view, doc, language) },
      }),
    ]
  },
})

/** Puts a note behind the selection and opens it. */
export function addNote(editor: Editor, doc: Y.Doc): boolean {
  if (!editor.isEditable) return false
  asOneStep(editor, () => openNote(editor, insertFootnote(editor, doc)))
  return true
}

/** Takes the anchors of a note out of the text; its words stay, for whoever takes that back. */
export function removeNote(editor: Editor, id: string): void {
  const { state, view } = editor
  const { tr } = state
  const anchors: [number, number][] = []
  state.doc.descendants((node, pos) => {
    const isAnchor = node.marks.some(
      ({ type, attrs }) => type.name === 'footnote' && attrs.id === id,
    )
    if (isAnchor) anchors.push([pos, pos + node.nodeSize])
  })
  for (const [from, to] of anchors.reverse()) tr.delete(from, to)
  asOneStep(editor, () => view.dispatch(tr))
  view.focus()
}

/**
 * What was cut and is pasted keeps its notes; of what was copied each note becomes a new one with the
 * same words. An anchor that comes from elsewhere without its words gets an empty note to write.
 */
function withOwnNotes(slice: Slice, view: EditorView, doc: Y.Doc, language: Language): Slice {
  // What is dragged within the text is moved: its anchors are still there, and will be gone.
  if (view.dragging?.move) return slice
  const used = idsInUse(doc, language, view.state.doc)
  const notes = footnotesOf(doc)
  const own = (id: unknown): string => {
    if (isId(id) && !used.has(id) && notes.has(id)) {
      used.add(id)
      return id
    }
    const copy = newId()
    const words = isId(id) ? notes.get(id) : undefined
    doc.transact(() => writeNote(notes, copy, words))
    used.add(copy)
    return copy
  }
  return new Slice(mapNotes(slice.content, view.state.schema, own), slice.openStart, slice.openEnd)
}

/** The notes that any language's text names; this one's as the editor shows it. */
function idsInUse(doc: Y.Doc, language: Language, shown: Node): Set<string> {
  const others = languages.filter((one) => isLanguage(one) && one !== language)
  return new Set([
    ...footnoteOrder(shown),
    ...others.flatMap((one) => footnoteOrder(readNodes(bodyOf(doc, one)))),
  ])
}

function writeNote(notes: Y.Map<Y.XmlFragment>, id: string, words: Y.XmlFragment | undefined) {
  const note = new Y.XmlFragment()
  notes.set(id, note)
  const copied = words instanceof Y.XmlFragment ? readNodes(words).children : []
  const blocks: NodeJson[] = copied.map((node) => {
    const json = node.toJSON() as NodeJson
    return { ...json, attrs: { ...json.attrs, id: newId() } }
  })
  appendNodes(note, blocks.length > 0 ? blocks : [{ type: 'block', attrs: { id: newId() } }])
}

function mapNotes(content: Fragment, schema: Schema, own: (id: unknown) => string): Fragment {
  const nodes = content.content.map((node) => {
    if (!node.isText) return node.copy(mapNotes(node.content, schema, own))
    const mark = node.marks.find(({ type }) => type.name === 'footnote')
    if (!mark) return node
    // Words that an anchor's mark has come to by a foreign hand are no anchor.
    if (node.text !== anchorCharacter) return node.mark(mark.removeFromSet(node.marks))
    const named = schema.mark('footnote', { id: own(mark.attrs.id) })
    return node.mark(named.addToSet(mark.removeFromSet(node.marks)))
  })
  return Fragment.fromArray(nodes)
}
