/** A plain tiptap editor in a page of its own: its starter kit on a Y.Doc that nobody shares. */
import { Editor, Extension } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { PeerPage } from '../peer-pages.ts'

const { clauses } = window as unknown as PeerPage
const fragment = new Y.Doc().getXmlFragment('text')
const paragraphs = clauses.map((words) => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  return paragraph
})
fragment.insert(0, paragraphs)

/** What its extension for collaboration brings. */
const Collaboration = Extension.create({
  name: 'collaboration',
  addProseMirrorPlugins: () => [ySyncPlugin(fragment), yUndoPlugin()],
})

new Editor({
  element: document.body,
  extensions: [StarterKit.configure({ undoRedo: false }), Collaboration],
  editorProps: { attributes: { class: 'text' } },
})
