/** How the loads lie in Yjs: for every server alike a block of text, as a draft of ours has them. */
import * as Y from 'yjs'
import { bodyOf } from '#shared/text/draft.ts'
import type { Edit } from './trace.ts'

/** Five bytes when written, as those of real clients mostly are. */
const author = 3_141_592_653

/** A text with all of its updates, one for each edit. */
export type History = {
  updates: Uint8Array[]
  /** All of them as one update, as a client would write it. */
  state: Uint8Array
  author: number
  /** The author's clock after the last update. */
  end: number
  text: string
}

/** Writes the edits into a block. A last letter tells whoever reads along that it was all. */
export function writeHistory(edits: readonly Edit[]): History {
  const doc = newDoc(author)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = addBlock(doc)
  for (const { at, removed, inserted } of edits) {
    doc.transact(() => {
      if (removed > 0) text.delete(at, removed)
      if (inserted) text.insert(at, inserted)
    })
  }
  text.insert(text.length, '.')
  const state = Y.encodeStateAsUpdate(doc)
  return { updates, state, author, end: Y.getState(doc.store, author), text: text.toString() }
}

/** A document that writes under this client id. */
export function newDoc(client: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = client
  return doc
}

function addBlock(doc: Y.Doc): Y.XmlText {
  const text = new Y.XmlText()
  bodyOf(doc, 'ru').insert(0, [text])
  return text
}

/** The one block of these loads; undefined before it has arrived. */
export const blockOf = (doc: Y.Doc): Y.XmlText | undefined =>
  bodyOf(doc, 'ru')
    .toArray()
    .find((type) => type instanceof Y.XmlText && type._item?.id.client === author) as
    | Y.XmlText
    | undefined

/** What a document of the typing loads begins with: a block of so many characters. */
export function firstContent(characters: number): Uint8Array {
  const doc = newDoc(author)
  addBlock(doc).insert(
    0,
    'Просим открыть шлюз до весны. '.repeat(characters / 30 + 1).slice(0, characters),
  )
  return Y.encodeStateAsUpdate(doc)
}
