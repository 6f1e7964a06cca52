/** The text of a simulated draft as it lies in Yjs, and the edits that an editor makes in it. */
import * as Y from 'yjs'
import { anchorCharacter } from '#shared/text/blocks.ts'
import { bodyOf, footnotesOf } from '#shared/text/draft.ts'
import type { Random } from './random.ts'

type Piece = { insert: string; attributes?: { [mark: string]: object } }

const piecesOf = (block: Y.XmlText): Piece[] => block.toDelta()
const wordsIn = (block: Y.XmlText) =>
  piecesOf(block)
    .map(({ insert }) => insert)
    .join('')

export const blocksOf = (doc: Y.Doc): Y.XmlText[] =>
  bodyOf(doc, 'ru').toArray() as unknown as Y.XmlText[]

/** The blocks of all footnotes. */
const notesOf = (doc: Y.Doc): Y.XmlText[] =>
  [...footnotesOf(doc).values()].flatMap((note) => note.toArray() as unknown as Y.XmlText[])

export const wordsOf = (doc: Y.Doc): string =>
  [...blocksOf(doc), ...notesOf(doc)].map(wordsIn).join('\n')

/** Everything that is to be the same in every copy. */
export const copyOf = (doc: Y.Doc): string =>
  JSON.stringify([
    blocksOf(doc).map((block) => [sorted(block.getAttributes()), joined(piecesOf(block))]),
    sorted(footnotesOf(doc).toJSON()),
  ])

/** Pieces side by side with the same marks are one. */
function joined(pieces: readonly Piece[]): [words: string, marks: string][] {
  const all: [string, string][] = []
  for (const { insert, attributes = {} } of pieces) {
    const marks = JSON.stringify(sorted(attributes))
    const last = all.at(-1)
    if (last?.[1] === marks) last[0] += insert
    else all.push([insert, marks])
  }
  return all
}

const sorted = (members: object) =>
  Object.entries(members).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))

/** Blocks whose id begins with it belong to one client, which alone writes in them, splits and moves them. */
const isOwn = (block: Y.XmlText, owner: string) =>
  String(block.getAttribute('id')).startsWith(`${owner}-`)

export const ownBlocks = (doc: Y.Doc, owner: string): Y.XmlText[] =>
  blocksOf(doc).filter((block) => isOwn(block, owner))

/** Blocks in which everybody types. */
export const sharedBlocks = (doc: Y.Doc): Y.XmlText[] => ownBlocks(doc, 'all')

export function newBlock(id: string, pieces: readonly Piece[], kind?: string): Y.XmlText {
  const block = new Y.XmlText()
  block.applyDelta([...pieces])
  block.setAttribute('id', id)
  if (kind) block.setAttribute('kind', kind)
  return block
}

export function insertBlock(doc: Y.Doc, at: number, block: Y.XmlText): void {
  const body = bodyOf(doc, 'ru')
  body.insert(Math.min(at, body.length), [block])
}

/** Types words between the tokens that are there, never into one. */
export function typeInto(block: Y.XmlText, words: string, random: Random): void {
  block.insert(borderIn(wordsIn(block), random), words)
}

/** Types a note's anchor, and the note with its words. */
export function addNote(doc: Y.Doc, block: Y.XmlText, id: string, words: string, random: Random) {
  const note = new Y.XmlFragment()
  note.insert(0, [newBlock(`${id}-note`, [{ insert: words }])])
  footnotesOf(doc).set(id, note)
  block.insert(borderIn(wordsIn(block), random), anchorCharacter, { footnote: { id } })
}

/** Deletes a token wherever it is; false when it is not there. */
export function deleteToken(doc: Y.Doc, token: string): boolean {
  for (const block of [...blocksOf(doc), ...notesOf(doc)]) {
    const at = wordsIn(block).indexOf(token)
    if (at < 0) continue
    block.delete(at, token.length)
    return true
  }
  return false
}

/** Splits a block as Enter does: its tail goes on as a block of its own behind it. */
export function splitBlock(doc: Y.Doc, block: Y.XmlText, id: string, random: Random): void {
  const at = borderIn(wordsIn(block), random)
  const tail = piecesFrom(piecesOf(block), at)
  if (at < block.length) block.delete(at, block.length - at)
  insertBlock(doc, blocksOf(doc).indexOf(block) + 1, newBlock(id, tail))
}

/** Moves a block elsewhere, which in Yjs is a deletion and a copy. */
export function moveBlock(doc: Y.Doc, block: Y.XmlText, random: Random): void {
  const blocks = blocksOf(doc)
  const { id, kind } = block.getAttributes() as { id: string; kind?: string }
  const copy = newBlock(id, piecesOf(block), kind)
  bodyOf(doc, 'ru').delete(blocks.indexOf(block), 1)
  insertBlock(doc, random.below(blocks.length), copy)
}

export function formatSome(block: Y.XmlText, random: Random): void {
  if (block.length === 0) return
  const from = random.below(block.length)
  const mark = random.pick(['bold', 'italic']) ?? 'bold'
  const value = random.chance(0.7) ? {} : null
  block.format(from, random.between(1, block.length - from), { [mark]: value } as object)
}

export function changeKind(block: Y.XmlText, random: Random): void {
  block.setAttribute('kind', random.pick(['paragraph', 'heading', 'clause']) ?? 'paragraph')
}

function borderIn(words: string, random: Random): number {
  const at = words.indexOf('<', random.below(words.length + 1))
  return at < 0 ? words.length : at
}

function piecesFrom(pieces: readonly Piece[], start: number): Piece[] {
  let at = 0
  return pieces.flatMap((piece) => {
    const insert = piece.insert.slice(Math.max(start - at, 0))
    at += piece.insert.length
    return insert === '' ? [] : [{ ...piece, insert }]
  })
}
