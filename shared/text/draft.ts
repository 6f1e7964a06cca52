/** How a draft lies in its Y.Doc: a body per language, and the footnotes of all of them by id. */
import type { Attrs, Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { type Language, languages } from '../language/languages.ts'
import { anchorCharacter, type BlockKind, isId, newId } from './blocks.ts'
import type { CanonicalText, Problem } from './canonical.ts'
import { canonicalText } from './canonicalise.ts'
import { type NumberingStyle, numberingOf } from './form.ts'
import { isApart, mend } from './mend.ts'
import {
  commentsOf,
  readSuggestionNote,
  readThread,
  type SuggestionNote,
  suggestionsOf,
  type Thread,
} from './review.ts'
import { schema } from './schema.ts'
import { linesOf } from './y-children.ts'
import { isUnknown, readNode, writeNode } from './y-nodes.ts'

/** The root type that holds the blocks of one language. */
export const bodyOf = (doc: Y.Doc, language: Language): Y.XmlFragment =>
  doc.getXmlFragment(`body:${language}`)

/** Makes the roots known for what they are; Yjs learns that of a root only when somebody asks for it. */
export function nameRoots(doc: Y.Doc): void {
  for (const language of languages) bodyOf(doc, language)
  footnotesOf(doc)
}

/** The notes of all languages: each an XML fragment of blocks, by the id that its anchor's mark names. */
export const footnotesOf = (doc: Y.Doc): Y.Map<Y.XmlFragment> => doc.getMap('footnotes')

/**
 * One language of the draft in canonical form, with its problems. Reads only. What the schema does
 * not know is no part of the text, and is named as a problem.
 */
export const readText = (
  doc: Y.Doc,
  language: Language,
): { text: CanonicalText; problems: Problem[] } =>
  asMended(doc, language, (whole) => readWholeText(whole, language))

function readWholeText(
  doc: Y.Doc,
  language: Language,
): { text: CanonicalText; problems: Problem[] } {
  const notes = new Map<string, Node>()
  for (const [id, fragment] of footnotesOf(doc)) {
    if (fragment instanceof Y.XmlFragment) notes.set(id, readNodes(fragment))
  }
  const body = bodyOf(doc, language)
  const { text, problems } = canonicalText(readNodes(body), notes, language, numberingOf(doc))
  const parts = [body, ...text.footnotes.map(({ id }) => footnotesOf(doc).get(id))]
  const unknown = parts.some(
    (part) =>
      part instanceof Y.XmlFragment &&
      part.toArray().some((type) => isUnknown(type, 'doc', schema)),
  )
  return { text, problems: unknown ? [...problems, { code: 'unreadable', language }] : problems }
}

/**
 * Reads what people have changed apart as it is shown in every editor that may write: the first to open it sets
 * it right. Here that is done to a copy, and only where there is something to set right.
 */
function asMended<Result>(doc: Y.Doc, language: Language, read: (doc: Y.Doc) => Result): Result {
  const fragments = (one: Y.Doc) =>
    [bodyOf(one, language), ...footnotesOf(one).values()].filter(
      (part) => part instanceof Y.XmlFragment,
    )
  if (!fragments(doc).some(isApart)) return read(doc)
  const copy = new Y.Doc()
  nameRoots(copy)
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  for (const fragment of fragments(copy)) mend(fragment)
  const result = read(copy)
  copy.destroy()
  return result
}

/** The nodes of a fragment as a `doc` node. */
export function readNodes(fragment: Y.XmlFragment): Node {
  const nodes = linesOf(fragment).map(({ type, tails }) => readNode(type, 'doc', schema, tails))
  return schema.node(
    'doc',
    null,
    nodes.filter((node) => node !== null),
  )
}

/** One language of a draft in nodes, with the notes of all languages and all that review says, held to bounds. */
export const readDraftNodes = (doc: Y.Doc, language: Language): DraftNodes =>
  asMended(doc, language, (whole) => readWholeDraft(whole, language))

function readWholeDraft(doc: Y.Doc, language: Language): DraftNodes {
  const footnotes: DraftNodes['footnotes'] = {}
  for (const [id, fragment] of footnotesOf(doc)) {
    if (isId(id) && fragment instanceof Y.XmlFragment) footnotes[id] = blocksOf(fragment)
  }
  return {
    blocks: blocksOf(bodyOf(doc, language)),
    numbering: numberingOf(doc),
    footnotes,
    suggestions: readMap(suggestionsOf(doc), readSuggestionNote),
    comments: readMap(commentsOf(doc), readThread),
  }
}

type DraftNodes = {
  blocks: NodeJson[]
  numbering: NumberingStyle
  footnotes: { [id: string]: NodeJson[] }
  suggestions: { [id: string]: SuggestionNote }
  comments: { [id: string]: Thread }
}

const blocksOf = (fragment: Y.XmlFragment): NodeJson[] => readNodes(fragment).toJSON().content ?? []

const readMap = <Value>(map: Y.Map<unknown>, read: (value: unknown) => Value | null) =>
  Object.fromEntries(
    [...map].flatMap(([id, value]) => {
      const held = isId(id) ? read(value) : null
      return held ? [[id, held] as const] : []
    }),
  )

/** A node as JSON, as the schema reads it. */
export type NodeJson = {
  type: string
  attrs?: Attrs
  content?: NodeJson[]
  [more: string]: unknown
}

/** Writes nodes at the end of a fragment. Throws `RangeError` when the schema does not allow them. */
export function appendNodes(fragment: Y.XmlFragment, nodes: readonly NodeJson[]): void {
  const doc = schema.nodeFromJSON({ type: 'doc', content: nodes })
  doc.check()
  fragment.insert(fragment.length, doc.children.map(writeNode))
}

/**
 * What every language of a new statement begins with: its title, if it has one yet, and a line to type on,
 * or what is to stand in its place.
 */
export function seedText(
  doc: Y.Doc,
  language: Language,
  title: string,
  blocks: readonly { kind: BlockKind; level: number; words: string }[] = [],
): void {
  const heading: NodeJson = {
    type: 'block',
    attrs: { id: newId(), kind: 'heading', level: 1 },
    ...(title && { content: [{ type: 'text', text: title }] }),
  }
  const below: NodeJson[] = blocks.map(({ words, ...attrs }) => ({
    type: 'block',
    attrs: { id: newId(), ...attrs },
    content: [{ type: 'text', text: words }],
  }))
  const line: NodeJson = { type: 'block', attrs: { id: newId() } }
  appendNodes(bodyOf(doc, language), [heading, ...(below.length > 0 ? below : [line])])
}

/** The title of one language as it is now: the first heading of level 1. An empty string when there is none. */
export function titleOf(doc: Y.Doc, language: Language): string {
  for (const { type: block, tails } of linesOf(bodyOf(doc, language))) {
    if (!(block instanceof Y.XmlText)) continue
    if (block.getAttribute('kind') === 'heading' && block.getAttribute('level') === 1) {
      return wordsOf([block, ...tails])
    }
  }
  return ''
}

const wordsOf = (texts: readonly Y.XmlText[]): string =>
  texts
    .flatMap((text) => text.toDelta())
    .map(({ insert, attributes }: { insert?: unknown; attributes?: { deletion?: unknown } }) =>
      typeof insert === 'string' && !attributes?.deletion ? insert : '',
    )
    .join('')
    .replaceAll(anchorCharacter, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
