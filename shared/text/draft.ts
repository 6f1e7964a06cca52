/** How a draft lies in its Y.Doc: a body per language, and the footnotes of all of them by id. */
import type { Node } from '@tiptap/pm/model'
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { Language } from '../language/languages.ts'
import type { CanonicalText, Problem } from './canonical.ts'
import { canonicalText } from './canonicalise.ts'
import { schema } from './schema.ts'

/** The root type that holds the blocks of one language. */
export const bodyOf = (doc: Y.Doc, language: Language): Y.XmlFragment =>
  doc.getXmlFragment(`body:${language}`)

/** The notes of all languages: each an XML fragment of blocks, by the id that its anchor's mark names. */
export const footnotesOf = (doc: Y.Doc): Y.Map<Y.XmlFragment> => doc.getMap('footnotes')

/**
 * One language of the draft in canonical form, with its problems. Reads only: the live document is
 * never handed to anything that would mend it. Throws `RangeError` when it holds what the schema
 * does not know.
 */
export function readText(
  doc: Y.Doc,
  language: Language,
): { text: CanonicalText; problems: Problem[] } {
  const notes = new Map<string, Node>()
  for (const [id, fragment] of footnotesOf(doc)) {
    if (fragment instanceof Y.XmlFragment) notes.set(id, readNodes(fragment))
  }
  return canonicalText(readNodes(bodyOf(doc, language)), notes, language)
}

/** The nodes of a fragment as a checked `doc` node. */
export function readNodes(fragment: Y.XmlFragment): Node {
  const json = yXmlFragmentToProsemirrorJSON(fragment)
  const node = schema.nodeFromJSON({ ...json, type: 'doc' })
  node.check()
  return node
}
